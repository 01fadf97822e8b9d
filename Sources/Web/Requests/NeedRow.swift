import Domain
import UseCases

/// A need as a list shows it.
struct NeedRow {
    let need: Need
    /// Metres, in a list read around a place.
    var distance: Double?
    /// The other commune of the métropole, where it is one.
    var commune: TownFacts?

    init(need: Need) { self.need = need }

    init(_ near: NearThing<Need>, in town: Town) {
        need = near.thing
        distance = near.distance
        commune = near.facts.town.id == town.id ? nil : near.facts
    }
}
