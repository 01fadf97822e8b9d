import Database
import Domain
import Secrets

/// A town's requests, as they are changed; lists for pages are in `NeedListing` and its neighbours.
public struct HelpRequests {
    static let columns: SQL = """
        id, reference, category_id, neighbourhood_id, asker_id, beneficiary_id, wanted_kind, wanted_on, rhythm, urgency, door, taken_by,
        details, constraints, status, rung, rung_due, owner_id, review, public_text, agreement_at, agreement_channel, agreement_by,
        created_at, matched_at, closed_at, outcome, offer_id, cell, asked_first
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    public func find(_ id: ID<HelpRequest>) throws -> HelpRequest? {
        try list("/* HelpRequests.find */ SELECT \(Self.columns) FROM help_requests WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// By the hash of the token in one of its tracking links.
    public func find(tracking hash: [UInt8]) throws -> HelpRequest? {
        try list(
            """
            /* HelpRequests.tracking */ SELECT \(Self.columns) FROM help_requests
            WHERE town_id = \(scope.town)
              AND id = (SELECT request_id FROM tracking_links WHERE town_id = \(scope.town) AND token_hash = \(hash))
            """
        ).first
    }

    /// One more link that opens the request's tracking page; those before stay valid.
    public func addTrackingLink(_ hash: [UInt8], to request: ID<HelpRequest>, now: Moment) throws {
        try scope.sql.run(
            """
            /* HelpRequests.addTrackingLink */ INSERT INTO tracking_links (town_id, token_hash, request_id, created_at)
            VALUES (\(scope.town), \(hash), \(request), \(now))
            """)
    }

    public func find(_ reference: Reference) throws -> HelpRequest? {
        try list(
            "/* HelpRequests.reference */ SELECT \(Self.columns) FROM help_requests WHERE town_id = \(scope.town) AND reference = \(reference)"
        ).first
    }

    /// Those of one person, newest first.
    public func of(asker: ID<Person>) throws -> [HelpRequest] {
        try list(
            """
            /* HelpRequests.ofAsker */ SELECT \(Self.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND asker_id = \(asker) ORDER BY created_at DESC, id DESC LIMIT 100
            """)
    }

    /// Open ones whose helpers' time was up before `moment` and which nobody took over: a step was lost.
    public func overdue(before moment: Moment) throws -> [HelpRequest] {
        try list(
            """
            /* HelpRequests.overdue */ SELECT \(Self.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND status = 'open' AND rung = 'helpers' AND (rung_due IS NULL OR rung_due < \(moment))
            """)
    }

    public func insert(_ request: HelpRequest, trackingHash: [UInt8], mayBePublic: Bool) throws {
        let row = request.id.bytes
        let (kind, day, rhythm) = request.wanted.columns
        try scope.sql.run(
            """
            /* HelpRequests.insert */ INSERT INTO help_requests (town_id, id, reference, category_id, neighbourhood_id,
              asker_id, beneficiary_id, wanted_kind, wanted_on, rhythm, urgency, door, taken_by, details, constraints, status, rung,
              rung_due, owner_id, review, public_text, is_public, agreement_at, agreement_channel, agreement_by, created_at, matched_at,
              closed_at, outcome, offer_id, cell, asked_first)
            VALUES (\(scope.town), \(request.id), \(request.reference), \(request.category), \(request.neighbourhood),
              \(request.asker), \(request.beneficiary), \(kind), \(day), \(rhythm), \(request.urgency), \(request.door),
              \(request.takenBy), \(try sealer.seal(request.details, "help_requests", "details", row)),
              \(try sealer.seal(request.constraints, "help_requests", "constraints", row)), \(request.status), \(request.rung),
              \(request.rungDue), \(request.owner), \(request.review), \(request.publicText),
              \(mayBePublic && request.status == .open), \(request.agreement?.at), \(request.agreement?.channel),
              \(request.agreement?.heardBy), \(request.createdAt), \(request.matchedAt), \(request.closedAt), \(request.outcome),
              \(request.offer), \(request.cell), \(request.askedFirst))
            """)
        try addTrackingLink(trackingHash, to: request.id, now: request.createdAt)
    }

    public func save(_ request: HelpRequest, mayBePublic: Bool) throws {
        let row = request.id.bytes
        let (kind, day, rhythm) = request.wanted.columns
        try scope.sql.run(
            """
            /* HelpRequests.save */ UPDATE help_requests SET wanted_kind = \(kind), wanted_on = \(day), rhythm = \(rhythm),
              urgency = \(request.urgency), details = \(try sealer.seal(request.details, "help_requests", "details", row)),
              constraints = \(try sealer.seal(request.constraints, "help_requests", "constraints", row)), status = \(request.status),
              rung = \(request.rung), rung_due = \(request.rungDue), owner_id = \(request.owner), review = \(request.review),
              public_text = \(request.publicText), is_public = \(mayBePublic && request.status == .open),
              agreement_at = \(request.agreement?.at), agreement_channel = \(request.agreement?.channel),
              agreement_by = \(request.agreement?.heardBy), matched_at = \(request.matchedAt), closed_at = \(request.closedAt),
              outcome = \(request.outcome)
            WHERE town_id = \(scope.town) AND id = \(request.id)
            """)
    }

    func list(_ query: SQL) throws -> [HelpRequest] {
        var requests: [HelpRequest] = []
        try scope.sql.run(query) { requests.append(try HelpRequest(row: &$0, sealer: sealer)) }
        return requests
    }
}
