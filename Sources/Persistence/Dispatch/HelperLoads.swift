import Database
import Domain

/// How many requests each helper has in hand.
public struct HelperLoads {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// - Parameter helpers: a few.
    public func of(_ helpers: [ID<Person>]) throws -> [ID<Person>: Int] {
        var loads: [ID<Person>: Int] = [:]
        try scope.sql.run(
            """
            /* HelperLoads.of */ SELECT helper_id, count(*) FROM matches
            WHERE town_id = \(scope.town) AND helper_id IN \(list: helpers) AND status = 'active' AND origin <> 'organisation'
            GROUP BY helper_id
            """
        ) { loads[try $0.next()] = try $0.next() }
        return loads
    }
}
