import Database
import Domain

/// Late withdrawals that somebody must see to; one per match.
public struct Alarms {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func raise(_ alarm: Alarm) throws {
        try scope.sql.run(
            """
            /* Alarms.raise */ INSERT INTO alarms (town_id, match_id, request_id, raised_at)
            VALUES (\(scope.town), \(alarm.match), \(alarm.request), \(alarm.raisedAt)) ON CONFLICT (town_id, match_id) DO NOTHING
            """)
    }

    /// The latest that nobody has seen to.
    public func open(about request: ID<HelpRequest>) throws -> Alarm? {
        var alarm: Alarm?
        try scope.sql.run(
            """
            /* Alarms.open */ SELECT match_id, request_id, raised_at FROM alarms
            WHERE town_id = \(scope.town) AND request_id = \(request) AND ended_at IS NULL ORDER BY raised_at DESC, match_id DESC LIMIT 1
            """
        ) { alarm = Alarm(match: try $0.next(), request: try $0.next(), raisedAt: try $0.next()) }
        return alarm
    }

    /// - Parameter person: who took it in hand; nil when the request has a new helper, or is over.
    /// - Returns: false when none was open.
    @discardableResult
    public func end(about request: ID<HelpRequest>, by person: ID<Person>?, now: Moment) throws -> Bool {
        try scope.sql.run(
            """
            /* Alarms.end */ UPDATE alarms SET ended_at = \(now), ended_by = \(person)
            WHERE town_id = \(scope.town) AND request_id = \(request) AND ended_at IS NULL
            """) > 0
    }
}
