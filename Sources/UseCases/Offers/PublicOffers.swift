import Domain
import Persistence

/// What anybody may see of the offers of a town.
public struct PublicOffers: Sendable {
    public static let pageSize = 50
    let house: House

    public init(_ house: House) { self.house = house }

    /// Newest first: of helpers who may do what they offer, and are not paused.
    public func page(
        _ filter: PublicFilter, after cursor: PageCursor<Offer>? = nil, in facts: TownFacts, size: Int = pageSize
    ) async throws -> ListPage<PublicOffer, Offer> {
        if let category = filter.category, let way = filter.way, !way.suits(category.mode) { return ListPage(items: [], next: nil) }
        let now = house.world.now()
        let categories = filter.way.map { way in facts.categories.filter { way.suits($0.mode) }.map(\.id) }
        let rows = try await house.read(facts.town) { scope in
            try OfferListing(scope, now: now).page(
                category: filter.category?.id, neighbourhood: filter.neighbourhood?.id, categories: categories,
                after: cursor ?? .start, limit: size + 1)
        }
        return ListPage(rows, size: size, cursor: \.cursor)
    }

    /// Those near a place, of all communes of a métropole, measured from what is public of each.
    public func near(
        _ around: Around, _ filter: PublicFilter, after cursor: NearCursor<Offer>? = nil, in facts: TownFacts, size: Int = pageSize
    ) async throws -> NearPage<PublicOffer, Offer> {
        try await house.nearOffers.page(around, filter, after: cursor, in: facts, of: house, size: size)
    }

    public func find(_ id: ID<Offer>, in facts: TownFacts) async throws -> PublicOffer? {
        let now = house.world.now()
        return try await house.read(facts.town) { try OfferListing($0, now: now).find(id) }
    }
}
