import Database
import Domain
import JobQueue
import Localization
import Persistence
import Secrets

/// What every use case stands on. It holds no rule of its own.
public struct House: Sendable {
    public let database: any Database
    public let keys: KeyRing
    public let world: World
    public let bell: JobBell
    public let towns: TownDirectory
    public let addresses: AddressBook
    let nearNeeds: NearbyIndex<HelpRequest, Need>
    let nearOffers: NearbyIndex<Offer, PublicOffer>
    /// Nil where the installation asks nobody.
    public let geocoder: Geocoder?
    public let catalogue: Catalogue
    /// `https://entraide.example`, without a slash at the end.
    public let publicURL: String
    let owners = ExpectedOwners()
    /// Who watches the desk's live board.
    public let boards = BoardWatch()

    public init(
        database: any Database, keys: KeyRing, world: World, bell: JobBell, catalogue: Catalogue, publicURL: String,
        geocoder: Geocoder? = nil
    ) {
        self.database = database
        self.keys = keys
        self.world = world
        self.bell = bell
        self.catalogue = catalogue
        self.publicURL = publicURL
        self.geocoder = geocoder
        towns = TownDirectory(database: database, keys: keys, isGeocoding: geocoder != nil)
        addresses = AddressBook(database: database, keys: keys, towns: towns)
        nearNeeds = NearbyIndex(rows: .needs(now: world.now))
        nearOffers = NearbyIndex(rows: .offers(now: world.now))
    }

    public func read<T: Sendable>(_ town: Town, _ body: @escaping @Sendable (TownTransaction) throws -> T) async throws -> T {
        try await database.read { [keys] in try body(TownTransaction($0, town: town.id, keys: keys)) }
    }

    /// A durable change of one town. With `listings`, what the public sees of it changes too, and caches hear of it.
    public func write<T: Sendable>(
        _ town: Town, listings: PublicLists = [], _ body: @escaping @Sendable (TownTransaction) throws -> T
    ) async throws -> T {
        let value = try await database.write(.town(town.id)) { [keys] transaction in
            let value = try body(TownTransaction(transaction, town: town.id, keys: keys))
            if !listings.isEmpty { try TownVersions(transaction).raiseListings(listings, of: town.id) }
            return value
        }
        if !listings.isEmpty { towns.listingsChanged(listings, of: town.id) }
        bell.ring()
        boards.changed(town.id)
        return value
    }

    /// The address of a town's site: its own host, or a path of the instance.
    public func base(of town: Town) -> String { town.host.map { "https://\($0)" } ?? "\(publicURL)/t/\(town.slug)" }
}
