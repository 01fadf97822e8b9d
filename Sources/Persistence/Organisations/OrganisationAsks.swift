import Database
import Domain
import Secrets

/// Which organisations were asked for which request, and what they said. The schema allows one ask per organisation and request, and
/// one open ask per request.
public struct OrganisationAsks {
    private static let columns: SQL =
        "id, request_id, organisation_id, rung, sent_at, due_at, answer, answered_at, answerer, match_id, reminded_at"
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    public func insert(_ ask: OrganisationAsk) throws {
        try scope.sql.run(
            """
            /* OrganisationAsks.insert */ INSERT INTO organisation_asks (town_id, id, request_id, organisation_id, rung, sent_at, due_at)
            VALUES (\(scope.town), \(ask.id), \(ask.request), \(ask.organisation), \(ask.rung), \(ask.sentAt), \(ask.dueAt))
            """)
    }

    /// What came of it.
    public func save(_ ask: OrganisationAsk) throws {
        try scope.sql.run(
            """
            /* OrganisationAsks.save */ UPDATE organisation_asks SET answer = \(ask.answer), answered_at = \(ask.answeredAt),
              answerer = \(try sealer.seal(ask.answerer, "organisation_asks", "answerer", ask.id.bytes)), match_id = \(ask.match),
              reminded_at = \(ask.remindedAt)
            WHERE town_id = \(scope.town) AND id = \(ask.id)
            """)
    }

    /// What nobody answered in time is silence.
    public func lapse(of request: ID<HelpRequest>, now: Moment) throws {
        try scope.sql.run(
            """
            /* OrganisationAsks.lapse */ UPDATE organisation_asks SET answer = \(OrganisationAsk.Answer.silent), answered_at = \(now)
            WHERE town_id = \(scope.town) AND request_id = \(request) AND answer IS NULL
            """)
    }

    /// One more link to it; those before stay valid.
    public func addLink(_ hash: [UInt8], to ask: ID<OrganisationAsk>, now: Moment) throws {
        try scope.sql.run(
            """
            /* OrganisationAsks.addLink */ INSERT INTO organisation_links (town_id, token_hash, ask_id, created_at)
            VALUES (\(scope.town), \(hash), \(ask), \(now))
            """)
    }

    /// By the hash of the token in one of its mails.
    public func find(token hash: [UInt8]) throws -> OrganisationAsk? {
        try list(
            """
            /* OrganisationAsks.token */ SELECT \(Self.columns) FROM organisation_asks WHERE town_id = \(scope.town)
              AND id = (SELECT ask_id FROM organisation_links WHERE town_id = \(scope.town) AND token_hash = \(hash))
            """
        ).first
    }

    /// The one whose acceptance this match is.
    public func find(match: ID<Match>) throws -> OrganisationAsk? {
        try list(
            """
            /* OrganisationAsks.match */ SELECT \(Self.columns) FROM organisation_asks
            WHERE town_id = \(scope.town) AND match_id = \(match)
            """
        ).first
    }

    /// All of a request, in the order in which they were sent.
    public func of(_ request: ID<HelpRequest>) throws -> [OrganisationAsk] {
        try list(
            """
            /* OrganisationAsks.of */ SELECT \(Self.columns) FROM organisation_asks
            WHERE town_id = \(scope.town) AND request_id = \(request) ORDER BY sent_at, id
            """)
    }

    /// What one organisation has still to answer.
    public func open(of organisation: ID<Organisation>) throws -> [OrganisationAsk] {
        try list(
            """
            /* OrganisationAsks.openOf */ SELECT \(Self.columns) FROM organisation_asks
            WHERE town_id = \(scope.town) AND organisation_id = \(organisation) AND answer IS NULL ORDER BY sent_at, id
            """)
    }

    /// Those of the reserve that wait for an answer.
    public func openOfReserve() throws -> [OrganisationAsk] {
        try list(
            """
            /* OrganisationAsks.openOfReserve */ SELECT \(Self.columns) FROM organisation_asks
            WHERE town_id = \(scope.town) AND answer IS NULL AND rung = \(Rung.reserve) ORDER BY sent_at, id
            """)
    }

    private func list(_ query: SQL) throws -> [OrganisationAsk] {
        var asks: [OrganisationAsk] = []
        try scope.sql.run(query) { row in
            var ask = OrganisationAsk(
                id: try row.next(), request: try row.next(), organisation: try row.next(), rung: try row.next(), sentAt: try row.next(),
                dueAt: try row.next())
            ask.answer = try row.next()
            ask.answeredAt = try row.next()
            ask.answerer = try sealer.open(try row.next() as [UInt8]?, "organisation_asks", "answerer", ask.id.bytes)
            ask.match = try row.next()
            ask.remindedAt = try row.next()
            asks.append(ask)
        }
        return asks
    }
}
