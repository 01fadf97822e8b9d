import Database
import Domain

/// Helpers in the order of their turn, from an index alone: for towns that are too large to look at everybody.
public struct HelperLanes {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Whether more than so many help with this.
    public func areMany(in category: ID<Category>, moreThan limit: Int) throws -> Bool {
        let one: Int? = try scope.sql.value(
            """
            /* HelperLanes.areMany */ SELECT 1 FROM helper_categories
            WHERE town_id = \(scope.town) AND category_id = \(category) LIMIT 1 OFFSET \(limit)
            """)
        return one != nil
    }

    /// The next of a lane who help with this, after somebody; fewer than asked for only at its end.
    public func keys(of lane: HelperLane, for category: ID<Category>, after last: HelperKey?, limit: Int) throws -> [HelperKey] {
        guard let last else { return try list(Self.query(scope.town, lane, category, limit: limit), lane) }
        // In two: each is one stretch of the index on both engines, where a comparison of rows would not be.
        let same = try list(Self.query(scope.town, lane, category, inTurnOf: last, limit: limit), lane)
        guard same.count < limit else { return same }
        return same + (try list(Self.query(scope.town, lane, category, after: last, limit: limit - same.count), lane))
    }

    private static let turn: SQL = "CASE WHEN last_asked_at IS NULL OR last_asked_at < returned_at THEN 0 ELSE last_asked_at END"
    private static let since: SQL = "coalesce(returned_at, joined_at)"

    public static func query(_ town: Int, _ lane: HelperLane, _ category: ID<Category>, limit: Int) -> SQL {
        query(town, lane, category, "", limit)
    }

    /// Those after somebody whose turn was at the same time.
    public static func query(
        _ town: Int, _ lane: HelperLane, _ category: ID<Category>, inTurnOf last: HelperKey, limit: Int
    ) -> SQL {
        let rest: SQL = """
            AND \(turn) = \(last.turn?.milliseconds ?? 0) AND \(since) >= \(last.newSince)
            AND (\(since) > \(last.newSince) OR person_id > \(last.person))
            """
        return query(town, lane, category, rest, order: "\(since), person_id", limit)
    }

    public static func query(_ town: Int, _ lane: HelperLane, _ category: ID<Category>, after last: HelperKey, limit: Int) -> SQL {
        query(town, lane, category, "AND \(turn) > \(last.turn?.milliseconds ?? 0)", limit)
    }

    private static func query(
        _ town: Int, _ lane: HelperLane, _ category: ID<Category>, _ stretch: SQL, order: SQL = "\(turn), \(since), person_id", _ limit: Int
    ) -> SQL {
        """
        /* HelperLanes.keys */ SELECT person_id, neighbourhood_id, radius, last_asked_at, returned_at, joined_at FROM helpers
        WHERE town_id = \(town) AND is_active = 1 AND \(place(lane)) AND travel = \(lane.travel) \(stretch)
          AND EXISTS (SELECT 1 FROM helper_categories c
                      WHERE c.town_id = helpers.town_id AND c.category_id = \(category) AND c.person_id = helpers.person_id)
        ORDER BY \(order) LIMIT \(limit)
        """
    }

    private static func place(_ lane: HelperLane) -> SQL {
        switch lane.place {
        case .town: "is_remote_only = \(lane.isRemoteOnly)"
        case .quartier(nil): "is_remote_only = \(lane.isRemoteOnly) AND neighbourhood_id IS NULL"
        case .quartier(let quartier?): "is_remote_only = \(lane.isRemoteOnly) AND neighbourhood_id = \(quartier)"
        }
    }

    private func list(_ query: SQL, _ lane: HelperLane) throws -> [HelperKey] {
        var keys: [HelperKey] = []
        try scope.sql.run(query) { row in
            keys.append(
                HelperKey(
                    try row.next(), neighbourhood: try row.next(), radius: try row.next(), isRemoteOnly: lane.isRemoteOnly,
                    askedAt: try row.next(), returnedAt: try row.next(), joinedAt: try row.next()))
        }
        return keys
    }
}
