import Domain
import Geography
import Persistence

/// The homes of a town that its address base knows, by quartier.
struct DemoHomes: Sendable {
    struct Home: Sendable {
        /// As the address field writes it.
        var label: String
        var spot: Spot
    }

    private var homes: [ID<Neighbourhood>: [Home]] = [:]

    init(of facts: TownFacts, in house: House) async throws {
        guard let base = facts.addresses else { return }
        let found = try await house.read(facts.town) { scope in (try HomeCells(scope).grid(), try HomeCells(scope).parts()) }
        guard let grid = found.0 else { return }
        homes = try await house.read(base.owner) { [parts = found.1] scope in
            var homes: [ID<Neighbourhood>: [Home]] = [:]
            try AddressStreets(scope, generation: base.generation).forEach { street in
                guard facts.town.holds(street.key.insee) else { return }
                for door in street.houses {
                    let part = facts.part(of: door.point, in: grid)
                    guard let quartier = part.neighbourhood else { continue }
                    homes[quartier, default: []].append(Home(door, street, cell: parts[part]))
                }
            }
            return homes
        }
    }

    /// Nil where nobody knows the quartier.
    func pick(in quartier: ID<Neighbourhood>?, _ chance: inout SeededChance) -> Home? {
        quartier.flatMap { homes[$0] }.flatMap { chance.pick($0) }
    }
}

extension DemoHomes.Home {
    fileprivate init(_ door: AddressStreet.House, _ street: AddressStreet, cell: Int?) {
        let number = [String(door.number), door.suffix].filter { !$0.isEmpty }.joined(separator: " ")
        label = "\(number) \(street.key.name) \(street.key.postcode) \(street.city)"
        spot = Spot(point: door.point, cell: cell, street: street.key, house: "\(door.number)\(door.suffix)")
    }
}
