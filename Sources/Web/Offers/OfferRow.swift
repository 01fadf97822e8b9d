import Domain
import UseCases

/// An offer as a list shows it.
struct OfferRow {
    let offer: PublicOffer
    /// Metres, in a list read around a place.
    var distance: Double?
    /// The other commune of the métropole, where it is one.
    var commune: TownFacts?

    init(offer: PublicOffer) { self.offer = offer }

    init(_ near: NearThing<PublicOffer>, in town: Town) {
        offer = near.thing
        distance = near.distance
        commune = near.facts.town.id == town.id ? nil : near.facts
    }
}
