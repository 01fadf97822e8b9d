import Database
import Domain
import Geography

/// What lies between the homes of a town: rivers, railways, motorways, drawn by the town.
public struct Grounds {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func barriers() throws -> [Barrier] {
        var barriers: [Barrier] = []
        try scope.sql.run(
            "/* Grounds.barriers */ SELECT name, lines FROM barriers WHERE town_id = \(scope.town) ORDER BY position"
        ) { row in
            let name: String = try row.next()
            barriers.append(Barrier(name: name, lines: try JSONColumn.read(try row.next())))
        }
        return barriers
    }

    /// In the place of those that were drawn before.
    public func replace(_ barriers: [Barrier]) throws {
        try scope.sql.run("/* Grounds.replace */ DELETE FROM barriers WHERE town_id = \(scope.town)")
        for (position, barrier) in barriers.enumerated() {
            try scope.sql.run(
                """
                /* Grounds.replace */ INSERT INTO barriers (town_id, position, name, lines)
                VALUES (\(scope.town), \(position), \(barrier.name), \(try JSONColumn.write(barrier.lines)))
                """)
        }
    }
}
