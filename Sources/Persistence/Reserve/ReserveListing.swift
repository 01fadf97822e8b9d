import Database
import Domain

/// The reserve in numbers, and the calls that its referents are to make.
public struct ReserveListing {
    private let scope: TownTransaction
    private let actor: Actor

    public init(_ scope: TownTransaction, for actor: Actor) {
        self.scope = scope
        self.actor = actor
    }

    /// Of the quartiers that this person guides; helpers who named none are counted for who guides everywhere.
    public func counts() throws -> [ReserveCount] {
        var counts: [ReserveCount] = []
        try scope.sql.run(
            """
            /* ReserveListing.counts */ SELECT neighbourhood_id, sum(CASE WHEN asleep_since IS NULL THEN 1 ELSE 0 END),
              sum(CASE WHEN asleep_since IS NULL THEN 0 ELSE 1 END)
            FROM helpers WHERE town_id = \(scope.town) AND is_active = 1 AND \(actor.guidance.covers("neighbourhood_id"))
            GROUP BY neighbourhood_id
            """
        ) { counts.append(ReserveCount(neighbourhood: try $0.next(), awake: try $0.next(), asleep: try $0.next())) }
        return counts
    }

    /// Longest waiting first.
    public func calls(limit: Int) throws -> [ReserveCheck] {
        var calls: [ReserveCheck] = []
        try scope.sql.run("/* ReserveListing.calls */ SELECT c.id, c.person_id, c.sent_at \(open) ORDER BY c.sent_at, c.id LIMIT \(limit)")
        {
            calls.append(ReserveCheck(id: try $0.next(), person: try $0.next(), isByVoice: true, sentAt: try $0.next()))
        }
        return calls
    }

    public func countCalls() throws -> Int { try scope.sql.value("/* ReserveListing.countCalls */ SELECT count(*) \(open)") ?? 0 }

    private var open: SQL {
        """
        FROM reserve_checks c JOIN helpers h ON h.town_id = c.town_id AND h.person_id = c.person_id
        WHERE c.town_id = \(scope.town) AND c.token_hash IS NULL AND c.answer IS NULL AND h.is_active = 1
          AND c.person_id <> \(actor.person) AND \(actor.guidance.covers("h.neighbourhood_id"))
        """
    }
}
