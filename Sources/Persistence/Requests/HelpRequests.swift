import Database
import Domain
import Secrets

/// A town's requests, as they are changed; lists for pages are in `NeedListing` and its neighbours.
public struct HelpRequests {
    static let columns: SQL = """
        id, reference, category_id, neighbourhood_id, asker_id, beneficiary_id, wanted_kind, wanted_on, rhythm, urgency, door, taken_by,
        details, constraints, status, rung, rung_due, owner_id, review, public_text, agreement_at, agreement_channel, agreement_by,
        created_at, matched_at, closed_at, outcome, offer_id, cell, asked_first, held_for, climbed, promised_by, criteria
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

    /// All that one person asked, or that were asked for them, newest first.
    public func about(_ person: ID<Person>) throws -> [HelpRequest] {
        try list(
            """
            /* HelpRequests.about */ SELECT \(Self.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND (asker_id = \(person) OR beneficiary_id = \(person)) ORDER BY created_at DESC, id DESC
            """)
    }

    /// Open ones whose rung's time was up before `moment` and which did not move: a step was lost.
    public func overdue(before moment: Moment) throws -> [HelpRequest] {
        try list(
            """
            /* HelpRequests.overdue */ SELECT \(Self.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND status = 'open' AND (rung_due IS NULL OR rung_due < \(moment))
            """)
    }

    /// How many helpers are being asked for.
    public func countAsking() throws -> Int {
        try scope.sql.value(
            """
            /* HelpRequests.countAsking */ SELECT count(*) FROM help_requests
            WHERE town_id = \(scope.town) AND status = 'open' AND rung IN ('helpers', 'wider')
            """) ?? 0
    }

    /// On a helpers' rung, in time, and with nobody who still has time to answer the last wave; those by name and those whose people's
    /// contacts are stopped go their own way. The most pressing first.
    public func readyForWave(at now: Moment, limit: Int = 400) throws -> [HelpRequest] {
        try list(
            """
            /* HelpRequests.readyForWave */ SELECT \(Self.columns) FROM help_requests
            WHERE town_id = \(scope.town) AND status = 'open' AND rung IN ('helpers', 'wider') AND rung_due > \(now)
              AND (offer_id IS NULL OR EXISTS
                (SELECT 1 FROM waves WHERE waves.town_id = help_requests.town_id AND waves.request_id = help_requests.id))
              AND NOT EXISTS
                (SELECT 1 FROM waves JOIN asks ON asks.town_id = waves.town_id AND asks.request_id = waves.request_id
                 WHERE waves.town_id = help_requests.town_id AND waves.request_id = help_requests.id
                   AND waves.due_at > \(now) AND asks.answer IS NULL)
              AND asker_id NOT IN (\(ContactStops.held(in: scope.town)))
              AND beneficiary_id NOT IN (\(ContactStops.held(in: scope.town)))
            ORDER BY urgency DESC, rung_due, id LIMIT \(limit)
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
              closed_at, outcome, offer_id, cell, asked_first, held_for, climbed, promised_by, criteria)
            VALUES (\(scope.town), \(request.id), \(request.reference), \(request.category), \(request.neighbourhood),
              \(request.asker), \(request.beneficiary), \(kind), \(day), \(rhythm), \(request.urgency), \(request.door),
              \(request.takenBy), \(try sealer.seal(request.details, "help_requests", "details", row)),
              \(try sealer.seal(request.constraints, "help_requests", "constraints", row)), \(request.status), \(request.rung),
              \(request.rungDue), \(request.owner), \(request.review), \(request.publicText),
              \(isPublic(request, mayBePublic)), \(request.agreement?.at), \(request.agreement?.channel),
              \(request.agreement?.heardBy), \(request.createdAt), \(request.matchedAt), \(request.closedAt), \(request.outcome),
              \(request.offer), \(request.cell), \(request.askedFirst), \(request.heldFor),
              \(Rung.text(request.climbed)), \(request.promisedBy), \(Criterion.text(request.criteria)))
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
              public_text = \(request.publicText), is_public = \(isPublic(request, mayBePublic)),
              agreement_at = \(request.agreement?.at), agreement_channel = \(request.agreement?.channel),
              agreement_by = \(request.agreement?.heardBy), matched_at = \(request.matchedAt), closed_at = \(request.closedAt),
              outcome = \(request.outcome), held_for = \(request.heldFor), climbed = \(Rung.text(request.climbed)),
              promised_by = \(request.promisedBy), criteria = \(Criterion.text(request.criteria))
            WHERE town_id = \(scope.town) AND id = \(request.id)
            """)
    }

    /// Neighbours do not see what somebody asks whose new contacts are stopped: the town serves it.
    private func isPublic(_ request: HelpRequest, _ mayBePublic: Bool) -> SQL {
        guard mayBePublic, request.status == .open, !request.criteria.contains(.distress) else { return "0" }
        return """
            CASE WHEN EXISTS (SELECT 1 FROM (\(ContactStops.held(in: scope.town))) held
              WHERE id IN \(list: [request.asker, request.beneficiary])) THEN 0 ELSE 1 END
            """
    }

    /// Its asker still needs it: its term begins anew.
    public func renew(_ id: ID<HelpRequest>, now: Moment) throws {
        try scope.sql.run(
            "/* HelpRequests.renew */ UPDATE help_requests SET renewed_at = \(now) WHERE town_id = \(scope.town) AND id = \(id)")
    }

    func list(_ query: SQL) throws -> [HelpRequest] {
        var requests: [HelpRequest] = []
        try scope.sql.run(query) { requests.append(try HelpRequest(row: &$0, sealer: sealer)) }
        return requests
    }
}
