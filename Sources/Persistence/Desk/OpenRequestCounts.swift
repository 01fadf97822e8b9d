import Database
import Domain

/// How much is open for some people, whoever asked for it.
public struct OpenRequestCounts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func of(_ people: [ID<Person>]) throws -> [ID<Person>: Int] {
        guard !people.isEmpty else { return [:] }
        var counts: [ID<Person>: Int] = [:]
        func theirs(_ column: SQL) -> SQL {
            """
            SELECT \(column) AS person, id FROM help_requests
            WHERE town_id = \(scope.town) AND \(column) IN \(list: people) AND status IN ('awaiting_agreement', 'open', 'matched')
            """
        }
        try scope.sql.run(
            """
            /* OpenRequestCounts.of */ SELECT person, count(*) FROM (\(theirs("asker_id")) UNION \(theirs("beneficiary_id"))) live
            GROUP BY person
            """
        ) { counts[try $0.next()] = try $0.next() }
        return counts
    }
}
