import Domain
import Persistence

/// All that the board is made of, read once.
struct DemandPicture {
    private let facts: TownFacts
    private let cells: [LoadCell: DemandListing.Count]
    private let loads: [LoadCell: Load]
    private let lastAsked: [ID<Neighbourhood>?: Moment]
    private let helpers: [ID<Neighbourhood>?: Int]
    private let known: [ID<Neighbourhood>?: Int]
    let noted: [ID<Neighbourhood>: Int]

    init(_ scope: TownTransaction, _ facts: TownFacts, _ now: Moment) throws {
        self.facts = facts
        let listing = DemandListing(scope)
        cells = try listing.cells(
            since: now - DemandRow.memory, slow: .hours(facts.town.settings.capacity.slowHours), now: now)
        loads = Dictionary(uniqueKeysWithValues: try Loads(scope).all().map { ($0.cell, $0) })
        lastAsked = try listing.lastAsked()
        helpers = try listing.helpers()
        known = try listing.people(bornUntil: CivilDay(now, in: facts.town.timeZone).year - 75)
        noted = try Elders(scope).all()
    }

    func quartier(_ place: ID<Neighbourhood>?) -> QuartierDemand {
        QuartierDemand(
            neighbourhood: place, lastAskedAt: lastAsked[place], helpers: helpers[place] ?? 0,
            elders: place.flatMap { noted[$0] } ?? known[place] ?? 0, rows: facts.activeCategories.compactMap { row($0.id, place) })
    }

    /// Nil where nobody asked and nobody could be asked.
    private func row(_ category: ID<Category>, _ place: ID<Neighbourhood>?) -> DemandRow? {
        let cell = LoadCell(category, place)
        let (count, load) = (cells[cell], loads[cell])
        guard count != nil || (place != nil && (load?.helpers ?? 0) > 0) else { return nil }
        return DemandRow(
            category: category, asked: count?.asked ?? 0, unmet: count?.unmet ?? 0, slow: count?.slow ?? 0, reserve: load?.helpers ?? 0,
            load: load?.factor ?? 0)
    }
}
