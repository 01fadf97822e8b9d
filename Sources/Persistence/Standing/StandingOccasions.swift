import Database
import Domain

/// Days of a pair of which somebody was reminded, or on which the helper cannot come.
public struct StandingOccasions {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ request: ID<HelpRequest>, on day: CivilDay) throws -> StandingOccasion? {
        try list("\(select) AND request_id = \(request) AND day = \(day.iso)").first
    }

    public func find(token hash: [UInt8]) throws -> StandingOccasion? { try list("\(select) AND token_hash = \(hash)").first }

    /// The day for which a request looks for somebody.
    public func find(replacement request: ID<HelpRequest>) throws -> StandingOccasion? {
        try list("\(select) AND replacement_id = \(request)").first
    }

    /// Days that somebody cannot come, from one on.
    public func missed(_ request: ID<HelpRequest>, from day: CivilDay) throws -> [StandingOccasion] {
        try list("\(select) AND request_id = \(request) AND day >= \(day.iso) AND cannot_at IS NOT NULL ORDER BY day")
    }

    /// Requests for one day of a pair that nobody has said yes to.
    public func openReplacements(of request: ID<HelpRequest>) throws -> [ID<HelpRequest>] {
        try scope.sql.values(
            """
            /* StandingOccasions.openReplacements */ SELECT o.replacement_id FROM standing_occasions o
            JOIN help_requests r ON r.town_id = o.town_id AND r.id = o.replacement_id
            WHERE o.town_id = \(scope.town) AND o.request_id = \(request) AND r.status = 'open'
            """)
    }

    public func remind(_ request: ID<HelpRequest>, of day: CivilDay, tokenHash hash: [UInt8], now: Moment) throws {
        try scope.sql.run(
            """
            /* StandingOccasions.remind */ INSERT INTO standing_occasions (town_id, request_id, day, token_hash, told_at)
            VALUES (\(scope.town), \(request), \(day.iso), \(hash), \(now))
            ON CONFLICT (town_id, request_id, day) DO UPDATE SET token_hash = excluded.token_hash, told_at = excluded.told_at
            """)
    }

    public func miss(_ request: ID<HelpRequest>, on day: CivilDay, replacement: ID<HelpRequest>, now: Moment) throws {
        try scope.sql.run(
            """
            /* StandingOccasions.miss */ INSERT INTO standing_occasions (town_id, request_id, day, cannot_at, replacement_id)
            VALUES (\(scope.town), \(request), \(day.iso), \(now), \(replacement))
            ON CONFLICT (town_id, request_id, day) DO UPDATE SET cannot_at = excluded.cannot_at, replacement_id = excluded.replacement_id
            """)
    }

    /// The helper comes after all.
    public func takeBack(_ request: ID<HelpRequest>, on day: CivilDay) throws {
        try scope.sql.run(
            """
            /* StandingOccasions.takeBack */ UPDATE standing_occasions SET cannot_at = NULL, replacement_id = NULL
            WHERE town_id = \(scope.town) AND request_id = \(request) AND day = \(day.iso)
            """)
    }

    private var select: SQL {
        """
        /* StandingOccasions.list */ SELECT request_id, day, told_at, cannot_at, replacement_id FROM standing_occasions
        WHERE town_id = \(scope.town)
        """
    }

    private func list(_ query: SQL) throws -> [StandingOccasion] {
        var occasions: [StandingOccasion] = []
        try scope.sql.run(query) { row in
            let (request, day): (ID<HelpRequest>, String) = (try row.next(), try row.next())
            guard let day = CivilDay(day) else { throw DatabaseError(.unexpectedValue, "a day of a pair is no day") }
            var occasion = StandingOccasion(request: request, day: day)
            occasion.toldAt = try row.next()
            occasion.cannotAt = try row.next()
            occasion.replacement = try row.next()
            occasions.append(occasion)
        }
        return occasions
    }
}
