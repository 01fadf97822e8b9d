import Database
import Domain

/// Whom a referent has had a word with; by whom is the journal's.
public struct Greetings {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func last(_ kind: Greeting.Kind, of person: ID<Person>) throws -> Moment? {
        try scope.sql.value(
            """
            /* Greetings.last */ SELECT at FROM greetings
            WHERE town_id = \(scope.town) AND person_id = \(person) AND kind = \(kind)
            """)
    }

    public func save(_ kind: Greeting.Kind, of person: ID<Person>, at now: Moment) throws {
        try scope.sql.run(
            """
            /* Greetings.save */ INSERT INTO greetings (town_id, person_id, kind, at)
            VALUES (\(scope.town), \(person), \(kind), \(now)) ON CONFLICT (town_id, person_id, kind) DO UPDATE SET at = excluded.at
            """)
    }
}
