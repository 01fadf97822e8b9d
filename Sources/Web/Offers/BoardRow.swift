import Domain
import UseCases

/// A need or an offer as a public list shows it.
struct BoardRow<Thing: Sendable> {
    let thing: Thing
    /// Metres, in a list read around a place.
    var distance: Double?
    /// The other commune of the métropole, where it is one.
    var commune: TownFacts?

    init(_ thing: Thing) { self.thing = thing }

    init(_ near: NearThing<Thing>, in town: Town) {
        thing = near.thing
        distance = near.distance
        commune = near.facts.town.id == town.id ? nil : near.facts
    }
}
