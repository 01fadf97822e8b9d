import Database
import Domain
import Secrets

/// Helpers who might be asked for one request: what the rule needs of them, without names, in one query.
public struct HelperPool {
    private let scope: TownTransaction
    /// A dispatcher looks: whoever has a telephone counts too, and whoever was asked for this request and has not said no.
    private let byHand: ID<HelpRequest>?

    public init(_ scope: TownTransaction, byHandFor request: ID<HelpRequest>? = nil) {
        self.scope = scope
        byHand = request
    }

    /// Active helpers of the category with an e-mail who were neither asked for this request nor ever matched to it.
    /// Whom of them to ask is `HelperSearch`'s to say.
    public func candidates(for request: HelpRequest, now: Moment) throws -> [Candidate] {
        try list(
            """
            \(reachable(for: request, now: now))
              AND person_id IN (SELECT person_id FROM helper_categories
                                WHERE town_id = \(scope.town) AND category_id = \(request.category))
            """)
    }

    /// Those of them who live in the same building, street or quartier.
    public func candidates(for request: HelpRequest, within scope: PlaceScope, of spot: Spot?, now: Moment) throws -> [Candidate] {
        guard let neighbours = try neighbours(within: scope, of: spot, request.neighbourhood) else { return [] }
        return try list(
            """
            \(reachable(for: request, now: now))
              AND person_id IN (SELECT person_id FROM helper_categories
                                WHERE town_id = \(self.scope.town) AND category_id = \(request.category))
              AND person_id IN (\(neighbours))
            """)
    }

    /// Nil where nobody can be one.
    private func neighbours(within place: PlaceScope, of spot: Spot?, _ quartier: ID<Neighbourhood>?) throws -> SQL? {
        let people = try People(scope)
        let here: SQL = "SELECT id FROM people WHERE town_id = \(scope.town)"
        switch place {
        case .building: return spot.flatMap(people.buildingIndexes(of:)).map { "\(here) AND building_index IN \(list: $0)" }
        case .street: return spot.map { "\(here) AND street_index IN \(list: people.streetIndexes(of: $0))" }
        case .neighbourhood: return quartier.map { "\(here) AND neighbourhood_id = \($0)" }
        }
    }

    /// One helper, whatever else they help with; nil when they may not be asked for this request.
    public func candidate(_ helper: ID<Person>, for request: HelpRequest, now: Moment) throws -> Candidate? {
        try list("\(reachable(for: request, now: now)) AND person_id = \(helper)").first
    }

    /// One who may be asked for it by name though they were asked before.
    public func candidate(again helper: ID<Person>, for request: HelpRequest, now: Moment) throws -> Candidate? {
        try list(
            """
            \(reachable(now: now)) AND person_id = \(helper)
              AND person_id NOT IN (SELECT helper_id FROM matches WHERE town_id = \(scope.town) AND request_id = \(request.id))
              AND person_id NOT IN (\(Blocks.others(of: [request.asker, request.beneficiary], in: scope.town)))
            """
        ).first
    }

    /// All of one kind of help, whoever asks.
    func candidates(of category: ID<Category>, now: Moment) throws -> [Candidate] {
        try list(
            """
            \(reachable(now: now))
              AND person_id IN (SELECT person_id FROM helper_categories WHERE town_id = \(scope.town) AND category_id = \(category))
            """)
    }

    /// Those of these people who help with this, whoever asks.
    public func candidates(among people: [ID<Person>], of category: ID<Category>, now: Moment) throws -> [Candidate] {
        guard let last = people.last else { return [] }
        // In few lengths, so that the engine's plan is made once for all of them.
        let length = Self.lengths.first { $0 >= people.count } ?? people.count
        return try list(
            """
            \(reachable(now: now)) AND person_id IN \(list: people + Array(repeating: last, count: length - people.count))
              AND EXISTS (SELECT 1 FROM helper_categories c
                          WHERE c.town_id = helpers.town_id AND c.category_id = \(category) AND c.person_id = helpers.person_id)
            """)
    }

    private static let lengths = [8, 24, 48, 96, 192]

    /// Who is not to hear of a request (again): asked or matched before, or apart from its people.
    public func kept(from request: HelpRequest) throws -> Set<ID<Person>> {
        let people: [ID<Person>] = try scope.sql.values(
            """
            /* HelperPool.kept */ \(asked(request))
            UNION SELECT helper_id FROM dispatch_calls
              WHERE town_id = \(scope.town) AND request_id = \(request.id) AND result IN ('yes', 'no')
            UNION SELECT helper_id FROM matches WHERE town_id = \(scope.town) AND request_id = \(request.id)
            UNION \(Blocks.others(of: [request.asker, request.beneficiary], in: scope.town))
            """)
        return Set(people)
    }

    private func reachable(for request: HelpRequest, now: Moment) -> SQL {
        """
        \(reachable(now: now))
          AND person_id NOT IN (\(asked(request)))
          AND person_id NOT IN (SELECT helper_id FROM dispatch_calls
                                WHERE town_id = \(scope.town) AND request_id = \(request.id) AND result IN ('yes', 'no'))
          AND person_id NOT IN (SELECT helper_id FROM matches WHERE town_id = \(scope.town) AND request_id = \(request.id))
          AND person_id NOT IN (\(Blocks.others(of: [request.asker, request.beneficiary], in: scope.town)))
        """
    }

    /// A wave asks nobody twice; a dispatcher may ring whoever has not answered.
    private func asked(_ request: HelpRequest) -> SQL {
        let whole: SQL = "SELECT helper_id FROM asks WHERE town_id = \(scope.town) AND request_id = \(request.id)"
        return byHand == nil ? whole : "\(whole) AND answer IN ('yes', 'no', 'later', 'never')"
    }

    private func reachable(now: Moment) -> SQL {
        let mailed: SQL = "email IS NOT NULL AND channel = 'email'"
        // What they were asked about this very request does not keep them from being rung about it.
        let others: SQL = byHand.map { "AND asks.request_id <> \($0)" } ?? ""
        return """
            /* HelperPool.candidates */ SELECT \(Helpers.columns),
              (SELECT count(*) FROM asks WHERE asks.town_id = helpers.town_id AND asks.helper_id = helpers.person_id
                 AND asks.sent_at > \(now - Candidate.budgetPeriod) \(others)),
              (SELECT spot FROM people WHERE people.town_id = helpers.town_id AND people.id = helpers.person_id
                 AND people.neighbourhood_id IS NOT DISTINCT FROM helpers.neighbourhood_id),
              (SELECT count(*) FROM no_shows WHERE no_shows.town_id = helpers.town_id AND no_shows.helper_id = helpers.person_id
                 AND \(NoShows.kept(now)))
            FROM helpers
            WHERE town_id = \(scope.town) AND is_active = 1 AND (paused_until IS NULL OR paused_until <= \(now))
              AND EXISTS (SELECT 1 FROM people WHERE people.town_id = helpers.town_id AND people.id = helpers.person_id
                            AND \(byHand == nil ? mailed : "(phone IS NOT NULL OR \(mailed))"))
              AND person_id NOT IN (\(ContactStops.held(in: scope.town)))
            """
    }

    private func list(_ query: SQL) throws -> [Candidate] {
        var candidates: [Candidate] = []
        let sealer = try scope.sealer(.people)
        try scope.sql.run(query) { row in
            let helper = try Helper(row: &row)
            let asks: Int = try row.next()
            let spot = try Spot(column: try sealer.open(try row.next(), "people", "spot", helper.person.bytes), cell: nil)
            var candidate = Candidate(helper: helper, recentAsks: asks, home: spot?.point)
            candidate.noShows = try row.next()
            candidates.append(candidate)
        }
        return candidates
    }

    /// Notes when these helpers were asked, for the turn of the next wave.
    public func markAsked(_ helpers: [ID<Person>], now: Moment) throws {
        try scope.sql.run(
            """
            /* HelperPool.markAsked */ UPDATE helpers SET last_asked_at = \(now)
            WHERE town_id = \(scope.town) AND person_id IN \(list: helpers)
            """)
    }
}
