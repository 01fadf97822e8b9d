import Database
import Domain

/// Who wants the mail of the day, which is everybody who has not said no, and the last day of each.
public struct DayMails {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func isOn(for person: ID<Person>) throws -> Bool {
        let off: Int? = try scope.sql.value(
            "/* DayMails.isOn */ SELECT 1 FROM day_mails WHERE town_id = \(scope.town) AND person_id = \(person) AND is_on = 0")
        return off == nil
    }

    /// Whether the mail of a day is still to be thought of: wanted, and not taken.
    public func isDue(_ day: CivilDay, for person: ID<Person>) throws -> Bool {
        let done: Int? = try scope.sql.value(
            """
            /* DayMails.isDue */ SELECT 1 FROM day_mails
            WHERE town_id = \(scope.town) AND person_id = \(person) AND (is_on = 0 OR last_day >= \(day.iso))
            """)
        return done == nil
    }

    public func turn(_ person: ID<Person>, on isOn: Bool) throws {
        try scope.sql.run(
            """
            /* DayMails.turn */ INSERT INTO day_mails (town_id, person_id, is_on, last_day)
            VALUES (\(scope.town), \(person), \(isOn ? 1 : 0), '') ON CONFLICT (town_id, person_id) DO UPDATE SET is_on = excluded.is_on
            """)
    }

    /// Takes a day for one person; false when it was taken, whoever did. A clock that goes back takes nothing twice.
    public func take(_ day: CivilDay, for person: ID<Person>) throws -> Bool {
        try scope.sql.run(
            """
            /* DayMails.take */ INSERT INTO day_mails (town_id, person_id, is_on, last_day)
            VALUES (\(scope.town), \(person), 1, \(day.iso))
            ON CONFLICT (town_id, person_id) DO UPDATE SET last_day = excluded.last_day WHERE day_mails.last_day < excluded.last_day
            """) > 0
    }
}
