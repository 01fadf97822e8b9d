import Database
import Domain

/// People of 75 and over by quartier, as the town noted them.
public struct Elders {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func all() throws -> [ID<Neighbourhood>: Int] {
        var counts: [ID<Neighbourhood>: Int] = [:]
        try scope.sql.run(
            "/* Elders.all */ SELECT neighbourhood_id, count FROM neighbourhood_elders WHERE town_id = \(scope.town)"
        ) { counts[try $0.next()] = try $0.next() }
        return counts
    }

    public func note(_ count: Int?, in neighbourhood: ID<Neighbourhood>) throws {
        try scope.sql.run(
            """
            /* Elders.forget */ DELETE FROM neighbourhood_elders
            WHERE town_id = \(scope.town) AND neighbourhood_id = \(neighbourhood)
            """)
        guard let count else { return }
        try scope.sql.run(
            """
            /* Elders.note */ INSERT INTO neighbourhood_elders (town_id, neighbourhood_id, count)
            VALUES (\(scope.town), \(neighbourhood), \(count))
            """)
    }
}
