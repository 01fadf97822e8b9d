import Database
import Domain

/// Reminders of appointments; the key allows one per match and day.
public struct Reminders {
    static let columns: SQL = "match_id, day, sent_at, is_mailed, answer, answered_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// False when there was one already.
    public func insert(_ reminder: Reminder, tokenHash: [UInt8]) throws -> Bool {
        try scope.sql.run(
            """
            /* Reminders.insert */ INSERT INTO reminders (town_id, match_id, day, token_hash, sent_at, is_mailed)
            VALUES (\(scope.town), \(reminder.match), \(reminder.day), \(tokenHash), \(reminder.sentAt), \(reminder.isMailed))
            ON CONFLICT (town_id, match_id, day) DO NOTHING
            """) == 1
    }

    /// By the hash of the token in its mail.
    public func find(token hash: [UInt8]) throws -> Reminder? {
        try list("/* Reminders.token */ SELECT \(Self.columns) FROM reminders WHERE town_id = \(scope.town) AND token_hash = \(hash)").first
    }

    public func find(_ match: ID<Match>, day: Moment) throws -> Reminder? { try of(match).first { $0.day == day } }

    public func of(_ match: ID<Match>) throws -> [Reminder] {
        try list(
            """
            /* Reminders.ofMatch */ SELECT \(Self.columns) FROM reminders
            WHERE town_id = \(scope.town) AND match_id = \(match) ORDER BY day
            """)
    }

    public func answer(_ reminder: Reminder, _ answer: Reminder.Answer, now: Moment) throws {
        try scope.sql.run(
            """
            /* Reminders.answer */ UPDATE reminders SET answer = \(answer), answered_at = \(now)
            WHERE town_id = \(scope.town) AND match_id = \(reminder.match) AND day = \(reminder.day)
            """)
    }

    /// Matches whose helper is expected on this day and has not been reminded of it.
    public func unsent(from day: Moment, until next: Moment) throws -> [ID<Match>] {
        try scope.sql.values(
            """
            /* Reminders.unsent */ SELECT m.id FROM help_requests h
            JOIN matches m ON m.town_id = h.town_id AND m.request_id = h.id AND m.status = 'active'
              AND m.origin <> 'organisation'
            WHERE h.town_id = \(scope.town) AND h.status = 'matched'
              AND ((m.appointment_at IS NULL AND h.wanted_on >= \(day) AND h.wanted_on < \(next))
                OR (m.appointment_at >= \(day) AND m.appointment_at < \(next)))
              AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.town_id = m.town_id AND r.match_id = m.id
                              AND r.day >= \(day) AND r.day < \(next))
            ORDER BY m.id
            """)
    }

    private func list(_ query: SQL) throws -> [Reminder] {
        var reminders: [Reminder] = []
        try scope.sql.run(query) { row in
            var reminder = Reminder(match: try row.next(), day: try row.next(), sentAt: try row.next(), isMailed: try row.next())
            reminder.answer = try row.next()
            reminder.answeredAt = try row.next()
            reminders.append(reminder)
        }
        return reminders
    }
}
