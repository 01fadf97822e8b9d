import Domain
import Persistence

/// A request as it is spoken of on the telephone: state and promise, nobody's name but the owner's.
public struct SpokenRequest: Sendable {
    public var request: HelpRequest
    public var ownerName: String
    /// The caller has no e-mail address: everything is told by voice.
    public var isRung: Bool
    /// Whether the person who looks may open it.
    public var mayOpen: Bool
    public var now: Moment
}

/// Somebody the town may know already: enough to ask « Vous êtes bien Jeanne D. ? ».
public struct KnownCaller: Sendable, Equatable {
    public var id: ID<Person>
    public var name: String
}

extension Referents {
    /// Whom the town knows by this number; a search that the journal keeps. Nobody for half a number.
    public func callers(with phone: PhoneNumber, by actor: Actor, in facts: TownFacts) async throws -> [KnownCaller] {
        guard actor.isGuide else { throw Refusal.notFound }
        return try await house.write(facts.town) { scope in
            let people = try People(scope).withPhone(phone)
            try journal(.searched, by: actor, "people", people.first?.id.bytes, for: "caller", in: scope)
            return people.map { KnownCaller(id: $0.id, name: $0.shownName) }
        }
    }

    /// Writes down what a caller asks for. The referent holds the pen; the caller is the asker (C-07).
    /// - Throws: what is missing, all at once; `known` when the number is somebody's and the form does not say whether it is them.
    public func take(_ form: CallForm, in facts: TownFacts, by actor: Actor, language: String) async throws -> ID<HelpRequest> {
        guard actor.isGuide else { throw Refusal.notFound }
        let (taken, people) = try await house.read(facts.town) { scope in
            (
                try form.entry.flatMap { try HelpRequests(scope).find($0) },
                try form.phone.map { try People(scope).withPhone($0) } ?? []
            )
        }
        if let taken, taken.takenBy == actor.person { return taken.id }
        let requests = Requests(house)
        let call = try form.read(try await requests.choices(for: form.ask, in: facts), knowing: people.map(\.id))
        return try await requests.create(call.request, in: facts, by: actor, language: language, door: .phone, call: call).request.id
    }

    /// What the base says of the address that was typed, so that the page can propose.
    public func place(_ form: CallForm, in facts: TownFacts) async throws -> PlaceFinding? {
        try await Placing(house).finding(PlaceForm(form.ask.fields), in: facts)
    }

    /// For an empty page.
    public func newEntry() -> ID<HelpRequest> { house.world.id() }

    /// What is said at the end of a call; also to the person who took it for another quartier.
    public func spoken(_ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws -> SpokenRequest {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            guard let request = try HelpRequests(scope).find(id), actor.mayGuide(request) || request.takenBy == actor.person else {
                throw Refusal.notFound
            }
            return try spoken(request, by: actor, now, in: scope)
        }
    }

    /// By the reference that a caller says; a search that the journal keeps.
    public func spoken(_ reference: Reference, by actor: Actor, in facts: TownFacts) async throws -> SpokenRequest {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        let found = try await house.write(facts.town) { scope -> SpokenRequest? in
            let request = try HelpRequests(scope).find(reference)
            try journal(.searched, by: actor, "help_requests", request?.id.bytes, for: "reference", in: scope)
            guard let request, actor.mayGuide(request) || request.takenBy == actor.person else { return nil }
            return try spoken(request, by: actor, now, in: scope)
        }
        guard let found else { throw Refusal(.notFound, "refusal.reference") }
        return found
    }

    private func spoken(_ request: HelpRequest, by actor: Actor, _ now: Moment, in scope: TownTransaction) throws -> SpokenRequest {
        let people = try People(scope).find([request.owner, request.asker])
        return SpokenRequest(
            request: request, ownerName: people[request.owner]?.shownName ?? "", isRung: people[request.asker]?.isMailed != true,
            mayOpen: actor.mayGuide(request), now: now)
    }
}
