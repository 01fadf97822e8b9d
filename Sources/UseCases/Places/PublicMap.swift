import Domain
import Geography
import Persistence

/// What anybody may see on the map of a town: how many, and where as far as the public may know.
public struct PublicMap: Sendable {
    public enum Subject: Sendable, CaseIterable { case needs, offers }

    public struct View: Sendable {
        public let tally: PlaceTally
        /// The commune's border, where it is known.
        public let outline: Region?
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// The same needs and offers as the public lists under the same filter.
    public func view(_ subject: Subject, _ filter: PublicFilter, in facts: TownFacts) async throws -> View {
        let categories = facts.categories.filter { Self.counts($0, subject, filter) }
        let now = house.world.now()
        let place = filter.neighbourhood?.id
        let town = facts.town.id
        let (counts, outline) = try await house.read(facts.town) { scope in
            let listing = PlaceListing(scope)
            let ids = categories.map(\.id)
            let counts =
                switch subject {
                case _ where ids.isEmpty: [] as [PlaceCount]
                case .needs: try listing.needs(categories: ids, neighbourhood: place)
                case .offers: try listing.offers(categories: ids, neighbourhood: place, now: now)
                }
            return (counts, try Towns(scope.sql).outline(of: town))
        }
        return View(
            tally: PlaceTally(
                counts, categories: categories, neighbourhoods: facts.neighbourhoods, cells: facts.cells, middle: outline?.anchor),
            outline: outline)
    }

    private static func counts(_ category: Category, _ subject: Subject, _ filter: PublicFilter) -> Bool {
        (subject == .offers || category.mayBePublic) && filter.way?.suits(category.mode) != false
            && filter.category.map { $0.id == category.id } != false
    }
}
