import Domain
import Persistence

/// What somebody does with their own offers. Somebody else's do not exist for them.
public struct OwnOffers: Sendable {
    /// An offer as its owner sees it: also why the public does not see it yet.
    public struct Item: Sendable {
        public var offer: Offer
        public var category: Category
        public var obstacle: Refusal?
    }

    public enum Change: Sendable, Equatable {
        case edit(details: String?, neighbourhood: ID<Neighbourhood>?)
        case pause, resume, withdraw
    }

    let house: House

    public init(_ house: House) { self.house = house }

    public func all(of actor: Actor, in facts: TownFacts) async throws -> [Item] {
        guard let person = actor.person else { throw Refusal.signInFirst }
        return try await house.read(facts.town) { scope in
            let helper = try Helpers(scope).find(person)
            return try Offers(scope).of(person).compactMap { item($0, helper, facts) }
        }
    }

    public func find(_ id: ID<Offer>, of actor: Actor, in facts: TownFacts) async throws -> Item {
        guard let person = actor.person else { throw Refusal.signInFirst }
        return try await house.read(facts.town) { scope in
            guard let offer = try Offers(scope).find(id), offer.person == person, offer.status != .withdrawn,
                let item = item(offer, try Helpers(scope).find(person), facts)
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
            case .edit(let details, let neighbourhood):
                offer.rewrite(details)
                if offer.neighbourhood != neighbourhood { (offer.neighbourhood, offer.cell) = (neighbourhood, nil) }
            case .pause: offer.status = .paused
            case .resume: offer.status = .active
            case .withdraw: offer.status = .withdrawn
            }
            offer.updatedAt = now
            try offers.save(offer)
        }
    }

    private func item(_ offer: Offer, _ helper: Helper?, _ facts: TownFacts) -> Item? {
        facts.category(offer.category).map { Item(offer: offer, category: $0, obstacle: Eligibility.mayHelp(helper, $0)) }
    }
}
