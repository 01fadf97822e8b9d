import Database
import Domain

/// The mandates of a referent's quartiers.
public struct MandateListing {
    private let scope: TownTransaction
    private let reach: SQL

    public init(_ scope: TownTransaction, for actor: Actor) {
        self.scope = scope
        reach =
            switch actor.guidance {
            case .everywhere: "1 = 1"
            case .quartiers(let places): "neighbourhood_id IN \(list: places)"
            }
    }

    /// Those to hear the represented person about, longest waiting first.
    public func pending(limit: Int) throws -> [Mandate] {
        try list("state = 'pending'", order: "proposed_at, id", limit: limit)
    }

    /// Those in force that end within the notice, soonest first.
    public func ending(_ now: Moment, limit: Int) throws -> [Mandate] {
        try list("\(inForce(now)) AND ends_at <= \(now + Mandate.notice)", order: "ends_at, id", limit: limit)
    }

    /// Those in force that end later.
    public func current(_ now: Moment, limit: Int) throws -> [Mandate] {
        try list("\(inForce(now)) AND ends_at > \(now + Mandate.notice)", order: "ends_at, id", limit: limit)
    }

    /// How many wait for a voice, and how many end soon.
    public func counts(_ now: Moment) throws -> (pending: Int, ending: Int) {
        (try count("state = 'pending'"), try count("\(inForce(now)) AND ends_at <= \(now + Mandate.notice)"))
    }

    private func inForce(_ now: Moment) -> SQL { "state = 'confirmed' AND starts_at <= \(now) AND ends_at > \(now)" }

    private func count(_ condition: SQL) throws -> Int {
        try scope.sql.value(
            "/* MandateListing.count */ SELECT count(*) FROM mandates WHERE town_id = \(scope.town) AND \(condition) AND \(reach)") ?? 0
    }

    private func list(_ condition: SQL, order: SQL, limit: Int) throws -> [Mandate] {
        var mandates: [Mandate] = []
        try scope.sql.run(
            """
            /* MandateListing */ SELECT \(Mandates.columns) FROM mandates
            WHERE town_id = \(scope.town) AND \(condition) AND \(reach) ORDER BY \(order) LIMIT \(limit)
            """
        ) { mandates.append(try Mandate(row: &$0)) }
        return mandates
    }
}
