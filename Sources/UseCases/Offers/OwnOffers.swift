import Domain
import Persistence

/// What somebody does with their own offers. Somebody else's do not exist for them.
public struct OwnOffers: Sendable {
    /// An offer as its owner sees it: also why the public does not see it yet.
    public struct Item: Sendable {
        public var offer: Offer
        public var category: Category
        public var obstacle: Refusal?
        /// The last decision about its words, where it is still about those.
        public var decision: DecidedText?
        /// They were told that it will end unless they keep it.
        public var isEnding: Bool
    }

    public enum Change: Sendable, Equatable {
        case edit(details: String?, neighbourhood: ID<Neighbourhood>?, insists: Bool = false)
        case pause, resume, withdraw
        /// It stays as it is for another term.
        case keep
    }

    let house: House

    public init(_ house: House) { self.house = house }

    public var now: Moment { house.world.now() }

    public func all(of actor: Actor, in facts: TownFacts) async throws -> [Item] {
        guard let person = actor.person else { throw Refusal.signInFirst }
        return try await house.read(facts.town) { scope in
            let helper = try Helpers(scope).find(person)
            return try Offers(scope).of(person).compactMap { try item($0, helper, facts, in: scope) }
        }
    }

    public func find(_ id: ID<Offer>, of actor: Actor, in facts: TownFacts) async throws -> Item {
        guard let person = actor.person else { throw Refusal.signInFirst }
        return try await house.read(facts.town) { scope in
            guard let offer = try Offers(scope).find(id), offer.person == person, offer.status != .withdrawn,
                let item = try item(offer, try Helpers(scope).find(person), facts, in: scope)
            else { throw Refusal.notFound }
            return item
        }
    }

    /// May be repeated: what is so already stays so, also what was withdrawn.
    public func change(_ id: ID<Offer>, _ change: Change, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            let offers = try Offers(scope)
            guard var offer = try offers.find(id), offer.person == actor.person else { throw Refusal.notFound }
            guard offer.status != .withdrawn else {
                if change == .withdraw { return }
                throw Refusal.notFound
            }
            switch change {
            case .edit(let details, let neighbourhood, let insists):
                if details != offer.details { try facts.town.settings.textGuard.reread(details, field: "details", insisted: insists) }
                if try rewrite(&offer, details, facts, in: scope) { try PendingTexts(scope).wroteAnew(.offer, id.bytes, at: now) }
                if offer.neighbourhood != neighbourhood { (offer.neighbourhood, offer.cell) = (neighbourhood, nil) }
            case .pause: offer.status = .paused
            case .resume:
                guard try !ContactStops(scope).holds(anyOf: [offer.person]) else { throw ContactStop.refusal }
                offer.status = .active
            case .withdraw: offer.status = .withdrawn
            case .keep: break
            }
            try RetentionNotices(scope).forget(.unansweredOffers, id.bytes)
            offer.updatedAt = now
            try offers.save(offer)
        }
    }

    private func rewrite(_ offer: inout Offer, _ details: String?, _ facts: TownFacts, in scope: TownTransaction) throws -> Bool {
        guard let category = try Categories(scope).find(offer.category) else { return false }
        return offer.rewrite(details, in: category, facts.town.settings)
    }

    private func item(_ offer: Offer, _ helper: Helper?, _ facts: TownFacts, in scope: TownTransaction) throws -> Item? {
        guard let category = facts.category(offer.category) else { return nil }
        return Item(
            offer: offer, category: category,
            obstacle: try ContactStops(scope).holds(anyOf: [offer.person]) ? ContactStop.refusal : Eligibility.mayHelp(helper, category),
            decision: try TextDecisions(scope).current(about: offer),
            isEnding: try RetentionNotices(scope).isWarned(.unansweredOffers, offer.id.bytes))
    }
}
