import Database
import Domain

/// What a referent's page lists: live requests of the own quartiers, and those handed over by name.
public struct GuidedListing {
    private let scope: TownTransaction
    private let reach: SQL

    public init(_ scope: TownTransaction, for actor: Actor) {
        self.scope = scope
        reach = Self.reach(of: actor, place: "neighbourhood_id", owner: "owner_id")
    }

    /// `true`, or a condition on the quartier and the owner.
    static func reach(of actor: Actor, place: SQL, owner: SQL) -> SQL {
        switch actor.guidance {
        case .everywhere: "1 = 1"
        case .quartiers(let places): "(\(place) IN \(list: places) OR \(owner) = \(actor.person))"
        }
    }

    /// The most pressing first.
    public func page(_ section: GuidedRequest.Section, limit: Int) throws -> [GuidedRequest] {
        try page(Self.condition(section), limit: limit)
    }

    func page(_ condition: SQL, limit: Int) throws -> [GuidedRequest] {
        var requests: [GuidedRequest] = []
        try scope.sql.run(
            """
            /* GuidedListing.page */ SELECT id, reference, category_id, neighbourhood_id, wanted_kind, wanted_on, rhythm, rung_due, created_at,
              matched_at,
              (SELECT count(*) FROM asks WHERE asks.town_id = help_requests.town_id AND asks.request_id = help_requests.id),
              (SELECT count(*) FROM asks WHERE asks.town_id = help_requests.town_id AND asks.request_id = help_requests.id
                AND asks.answer IN ('no', 'never'))
            FROM help_requests WHERE town_id = \(scope.town) AND \(condition) AND \(reach)
            ORDER BY coalesce(rung_due, matched_at, created_at), id LIMIT \(limit)
            """
        ) { requests.append(try GuidedRequest(row: &$0)) }
        return requests
    }

    public func count(_ section: GuidedRequest.Section) throws -> Int { try count(Self.condition(section)) }

    func count(_ condition: SQL) throws -> Int {
        try scope.sql.value(
            """
            /* GuidedListing.count */ SELECT count(*) FROM help_requests
            WHERE town_id = \(scope.town) AND \(condition) AND \(reach)
            """) ?? 0
    }

    private static func condition(_ section: GuidedRequest.Section) -> SQL {
        switch section {
        case .mine: "status = 'open' AND rung IN ('referent', 'duty')"
        case .awaiting: "status = 'awaiting_agreement'"
        case .asking: "status = 'open' AND rung NOT IN ('referent', 'duty')"
        case .matched: "status = 'matched'"
        }
    }
}

extension GuidedRequest {
    fileprivate init(row: inout Row) throws {
        self.init(
            id: try row.next(), reference: try row.next(), category: try row.next(), neighbourhood: try row.next(),
            wanted: try WhenWanted(row: &row), due: try row.next(), createdAt: try row.next(), matchedAt: try row.next(),
            asked: try row.next(), refused: try row.next())
    }
}
