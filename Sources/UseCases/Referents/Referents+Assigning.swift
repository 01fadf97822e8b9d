import Domain
import Persistence

/// Who could help with one request: by number or address, and the neighbours who come first.
public struct PossibleHelpers: Sendable {
    public var request: HelpRequest
    /// Nil when nobody was looked for.
    public var found: [PossibleHelper]?
    public var suggested: [PossibleHelper]
    public var now: Moment
}

extension Referents {
    /// No list of people: a few suggestions, and whoever has exactly this number or address. Journaled as a search.
    public func possibleHelpers(
        for id: ID<HelpRequest>, contact: String?, by actor: Actor, in facts: TownFacts
    ) async throws -> PossibleHelpers {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope)
            let category = try kind(of: request, facts)
            let found = try contact.map { try residents(with: $0, in: scope) }
            let near = try suggestions(for: request, category, now, in: scope)
            let people = try People(scope).find((found ?? []) + near)
            func described(_ id: ID<Person>) throws -> PossibleHelper? {
                try people[id].map { try possibleHelper($0, for: request, category, in: scope) }
            }
            try journal(.searched, by: actor, "help_requests", id.bytes, for: contact == nil ? "suggestions" : "helper", in: scope)
            return PossibleHelpers(
                request: request, found: try found?.compactMap(described), suggested: try near.compactMap(described), now: now)
        }
    }

    /// A helper who said yes on the telephone. Whoever is named must have been found by exact contact or suggested.
    /// - Throws: `refusal.alreadyMatched`; why the rules forbid it. Naming the same helper again changes nothing.
    public func assign(
        _ helper: ID<Person>, to id: ID<HelpRequest>, contact: String?, by actor: Actor, in facts: TownFacts
    ) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            var request = try guided(id, by: actor, in: scope)
            if try Matches(scope).active(for: id)?.helper == helper { return }
            let category = try kind(of: request, facts)
            let known = try (contact.map { try residents(with: $0, in: scope) } ?? []) + suggestions(for: request, category, now, in: scope)
            guard known.contains(helper) else { throw Refusal.notFound }
            guard request.status != .awaitingAgreement else { throw Refusal(.conflict, "refusal.agreementFirst") }
            _ = try Matching(house).begin(&request, helper: helper, origin: .referent, town: facts.town, in: scope, now: now)
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "assigned", in: scope)
        }
    }

    private func kind(of request: HelpRequest, _ facts: TownFacts) throws -> Category {
        guard let category = facts.category(request.category) else { throw Refusal.notFound }
        return category
    }

    private func residents(with contact: String, in scope: TownTransaction) throws -> [ID<Person>] {
        let people = try People(scope)
        let typed = PlainText.line(contact)
        let found =
            if let email = EmailAddress(typed) { try people.residents(with: email) } else {
                try PhoneNumber(typed).map(people.withPhone) ?? []
            }
        return found.filter(\.hasAccount).map(\.id)
    }

    private func suggestions(
        for request: HelpRequest, _ category: Category, _ now: Moment, in scope: TownTransaction
    ) throws -> [ID<Person>] {
        let near = try PossibleHelperListing(scope).near(request, tier: category.tier, now: now, limit: 24)
        let helpers = Helpers(scope)
        return Array(try near.filter { Eligibility.mayHelp(try helpers.find($0), category) == nil }.prefix(6))
    }

    private func possibleHelper(
        _ person: Person, for request: HelpRequest, _ category: Category, in scope: TownTransaction
    ) throws -> PossibleHelper {
        let helper = try Helpers(scope).find(person.id)
        let isOwn = person.id == request.asker || person.id == request.beneficiary
        var possible = PossibleHelper(
            person: person.id, name: person.shownName, neighbourhood: helper?.neighbourhood ?? person.neighbourhood,
            lastAskedAt: helper?.lastAskedAt,
            obstacle: isOwn
                ? Refusal(.forbidden, "refusal.ownRequest")
                : try Eligibility.mayHelp(helper, category) ?? apart(person.id, request, in: scope))
        possible.noShows = try NoShows(scope).countKept(of: person.id, now: house.world.now())
        return possible
    }

    private func apart(_ helper: ID<Person>, _ request: HelpRequest, in scope: TownTransaction) throws -> Refusal? {
        let isApart =
            try Blocks(scope).between(helper, anyOf: [request.asker, request.beneficiary]) || ContactStops(scope).holds(anyOf: [helper])
        return isApart ? Refusal(.conflict, "refusal.notAvailable") : nil
    }
}
