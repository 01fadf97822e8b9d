import Database
import Domain

/// Who was erased when, by number alone: the same lines lie in a file outside the database (P-03).
public struct Erasures {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ person: ID<Person>, at moment: Moment) throws {
        try scope.sql.run(
            """
            /* Erasures.insert */ INSERT INTO erasures (town_id, person_id, at) VALUES (\(scope.town), \(person), \(moment))
            ON CONFLICT (town_id, person_id) DO NOTHING
            """)
    }

    public func all() throws -> [(person: ID<Person>, at: Moment)] {
        var lines: [(ID<Person>, Moment)] = []
        try scope.sql.run("/* Erasures.all */ SELECT person_id, at FROM erasures WHERE town_id = \(scope.town) ORDER BY at, person_id") {
            lines.append((try $0.next(), try $0.next()))
        }
        return lines
    }
}
