import Database
import Domain

/// What cannot wait: a helper withdrew shortly before the appointment, or has not said that they will be there.
extension GuidedListing {
    public func alarms(limit: Int) throws -> [GuidedRequest] { try page(Self.alarmed, limit: limit) }
    public func countAlarms() throws -> Int { try count(Self.alarmed) }

    public func unconfirmed(_ days: ExpectedDays, limit: Int) throws -> [GuidedRequest] { try page(Self.unconfirmed(days), limit: limit) }
    public func countUnconfirmed(_ days: ExpectedDays) throws -> Int { try count(Self.unconfirmed(days)) }

    /// To be recorded, or decided now that the helper was heard or had the time to be.
    public func noShows(now: Moment, limit: Int) throws -> [GuidedRequest] { try page(Self.noShow(now), limit: limit) }
    public func countNoShows(now: Moment) throws -> Int { try count(Self.noShow(now)) }

    private static func noShow(_ now: Moment) -> SQL {
        """
        EXISTS (SELECT 1 FROM no_shows n WHERE n.town_id = help_requests.town_id AND n.request_id = help_requests.id
          AND (n.state = 'reported' OR (n.state = 'recorded' AND (n.answered_at IS NOT NULL OR n.recorded_at <= \(now - NoShow.hearing)))))
        """
    }

    private static let alarmed: SQL = """
        status = 'open' AND EXISTS (SELECT 1 FROM alarms a WHERE a.town_id = help_requests.town_id AND a.request_id = help_requests.id
          AND a.ended_at IS NULL)
        """

    /// Without mail nobody can be reminded: the owner sees it as soon as the reminder would have left. One that never left shows on the day.
    private static func unconfirmed(_ days: ExpectedDays) -> SQL {
        """
        status = 'matched' AND EXISTS (
          SELECT 1 FROM matches m LEFT JOIN reminders r ON r.town_id = m.town_id AND r.match_id = m.id
            AND r.day >= \(days.today) AND r.day < \(days.end) AND (wanted_on IS NULL OR r.day = wanted_on)
          WHERE m.town_id = help_requests.town_id AND m.request_id = help_requests.id AND m.status = 'active'
            AND m.origin <> 'organisation' AND r.answer IS NULL
            AND ((r.day IS NOT NULL AND (r.is_mailed = 0 OR r.day < \(days.answeredBefore)))
              OR (r.day IS NULL AND m.created_at < \(days.yesterday) AND coalesce(m.appointment_at, wanted_on) >= \(days.today)
                AND coalesce(m.appointment_at, wanted_on) < \(days.tomorrow))))
        """
    }
}
