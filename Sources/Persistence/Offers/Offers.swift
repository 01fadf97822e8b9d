import Database
import Domain
import Secrets

/// A town's offers, as they are changed; the public list is `OfferListing`.
public struct Offers {
    static let columns: SQL =
        "id, person_id, category_id, neighbourhood_id, cell, details, public_text, review, status, created_at, updated_at, held_for"
    let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    public func find(_ id: ID<Offer>) throws -> Offer? {
        try list("/* Offers.find */ SELECT \(Self.columns) FROM offers WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Those of one person that were not withdrawn, newest first.
    public func of(_ person: ID<Person>) throws -> [Offer] {
        try list(
            """
            /* Offers.of */ SELECT \(Self.columns) FROM offers
            WHERE town_id = \(scope.town) AND person_id = \(person) AND status <> 'withdrawn' ORDER BY created_at DESC, id DESC
            """)
    }

    /// Those of one person, withdrawn ones too, newest first.
    public func all(of person: ID<Person>) throws -> [Offer] {
        try list(
            """
            /* Offers.all */ SELECT \(Self.columns) FROM offers
            WHERE town_id = \(scope.town) AND person_id = \(person) ORDER BY created_at DESC, id DESC
            """)
    }

    public func insert(_ offer: Offer) throws {
        let values: [any Bindable] = [
            scope.town, offer.id, offer.person, offer.category, offer.neighbourhood, offer.cell, try sealed(offer), offer.publicText,
            offer.review, offer.status, offer.createdAt, offer.updatedAt, offer.heldFor,
        ]
        try scope.sql.run("/* Offers.insert */ INSERT INTO offers (town_id, \(Self.columns)) VALUES \(row: values)")
    }

    public func save(_ offer: Offer) throws {
        try scope.sql.run(
            """
            /* Offers.save */ UPDATE offers SET neighbourhood_id = \(offer.neighbourhood), cell = \(offer.cell),
              details = \(try sealed(offer)), public_text = \(offer.publicText), review = \(offer.review), status = \(offer.status), updated_at = \(offer.updatedAt),
              held_for = \(offer.heldFor)
            WHERE town_id = \(scope.town) AND id = \(offer.id)
            """)
    }

    private func sealed(_ offer: Offer) throws -> [UInt8]? { try sealer.seal(offer.details, "offers", "details", offer.id.bytes) }

    private func list(_ query: SQL) throws -> [Offer] {
        var offers: [Offer] = []
        try scope.sql.run(query) { row in
            let id: ID<Offer> = try row.next()
            var offer = Offer(
                id: id, person: try row.next(), category: try row.next(), neighbourhood: try row.next(),
                cell: try row.next(), details: try sealer.open(try row.next(), "offers", "details", id.bytes),
                createdAt: Moment(milliseconds: 0))
            offer.publicText = try row.next()
            offer.review = try row.next()
            offer.status = try row.next()
            offer.createdAt = try row.next()
            offer.updatedAt = try row.next()
            offer.heldFor = try row.next()
            offers.append(offer)
        }
        return offers
    }
}
