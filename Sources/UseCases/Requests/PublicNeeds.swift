import Domain
import Persistence

/// What anybody may see of the needs of a town.
public struct PublicNeeds: Sendable {
    public static let pageSize = 50
    let house: House

    public init(_ house: House) { self.house = house }

    /// Newest first. A need inside the home or with money is never here.
    public func page(
        _ filter: PublicFilter, after cursor: PageCursor<HelpRequest>? = nil, in facts: TownFacts, size: Int = pageSize
    ) async throws -> ListPage<Need, HelpRequest> {
        if let category = filter.category, let way = filter.way, !way.suits(category.mode) { return ListPage(items: [], next: nil) }
        let calendar = RoughCalendar(now: house.world.now(), in: facts.town.timeZone)
        let categories = filter.way.map { way in facts.categories.filter { way.suits($0.mode) }.map(\.id) }
        let rows = try await house.read(facts.town) { scope in
            try NeedListing(scope, calendar: calendar).page(
                category: filter.category?.id, neighbourhood: filter.neighbourhood?.id, categories: categories,
                after: cursor ?? .start, limit: size + 1)
        }
        var page = ListPage(rows, size: size, cursor: \.cursor)
        // A category that a town has made private since.
        page.items.removeAll { facts.category($0.category)?.mayBePublic != true }
        return page
    }

    /// Those near a place, of all communes of a métropole, measured from what is public of each.
    public func near(
        _ around: Around, _ filter: PublicFilter, after cursor: NearCursor<HelpRequest>? = nil, in facts: TownFacts, size: Int = pageSize
    ) async throws -> NearPage<Need, HelpRequest> {
        try await house.nearNeeds.page(around, filter, after: cursor, in: facts, of: house, size: size)
    }

    public func find(_ id: ID<HelpRequest>, in facts: TownFacts) async throws -> Need? {
        let calendar = RoughCalendar(now: house.world.now(), in: facts.town.timeZone)
        let need = try await house.read(facts.town) { try NeedListing($0, calendar: calendar).find(id) }
        guard let need, facts.category(need.category)?.mayBePublic == true else { return nil }
        return need
    }
}

extension TownFacts {
    /// A filter as an address carries it; what the town does not know counts as not chosen.
    public func filter(category: String?, neighbourhood: String?, way: PublicFilter.Way?, ofNeeds: Bool = true) -> PublicFilter {
        PublicFilter(
            category: category.flatMap { key in categories.first { $0.isActive && $0.key == key && ($0.mayBePublic || !ofNeeds) } },
            neighbourhood: neighbourhood.flatMap { self.neighbourhood(slug: $0) }, way: way)
    }
}
