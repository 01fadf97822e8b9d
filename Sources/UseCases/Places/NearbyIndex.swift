import Domain
import Geography
import Persistence
import Synchronization

/// A public thing near a place, and how far the public may say it is.
public struct NearThing<Thing: Sendable>: Sendable {
    /// Metres between anchors, the way round rivers and railways included.
    public var distance: Double
    let kept: KeptThing<Thing>

    public var thing: Thing { kept.thing }
    /// Whose it is: of another commune of the métropole, only the commune's name is told.
    public var facts: TownFacts { kept.commune.facts }

    /// What `write` says of it to somebody of this town, its distance left out: the same for everybody, and written once.
    public func written(for town: Town, _ write: () throws -> [UInt8]) rethrows -> [UInt8] {
        try kept.written(inside: kept.commune.facts.town.id == town.id, write)
    }
}

public struct NearPage<Thing: Sendable, Subject>: Sendable {
    public var items: [NearThing<Thing>]
    /// Nil on the last page.
    public var next: NearCursor<Subject>?
}

/// What is public and near: asked of memory, answered from the database.
///
/// What is gone is in no answer that this process gives afterwards; other processes hear of it within a second, as all do of what is new.
public final class NearbyIndex<Subject, Thing: Sendable>: Sendable {
    /// How rows are read.
    struct Rows: Sendable {
        /// The counter that says when they have changed.
        let version: any KeyPath<TownVersions.Version, Int64> & Sendable
        /// Whether things of such a category are shown to anybody at all.
        let isPublic: @Sendable (Category) -> Bool
        let placed: @Sendable (TownTransaction) throws -> [Placed<Subject>]
        let find: @Sendable (TownTransaction, TownFacts, [ID<Subject>]) throws -> [ID<Subject>: Thing]
    }

    private let rows: Rows
    private let regions = Mutex<[Int: NearRegion<Subject, Thing>]>([:])

    init(rows: Rows) { self.rows = rows }

    func page(
        _ around: Around, _ filter: PublicFilter, after cursor: NearCursor<Subject>?, in facts: TownFacts, of house: House, size: Int
    ) async throws -> NearPage<Thing, Subject> {
        let region = region(of: facts)
        let communes = try await region.follow(house)
        let question = region.question(around, filter, in: facts, communes)
        var (items, asked, kept) = ([NearThing<Thing>](), cursor, cursor)
        while true {
            let found = question.ask(after: asked, limit: size + 1)
            let things = try await region.things(found.map { ID<Subject>($0.id) }, of: communes, house)
            for (neighbour, thing) in zip(found, things) {
                asked = neighbour.cursor(around.order)
                guard let thing else { continue }
                if items.count == size { return NearPage(items: items, next: kept) }
                items.append(NearThing(distance: neighbour.distance, kept: thing))
                kept = asked
            }
            if found.count <= size { return NearPage(items: items, next: nil) }
        }
    }

    /// Of a commune the whole métropole: its border stops nobody.
    private func region(of facts: TownFacts) -> NearRegion<Subject, Thing> {
        let root = facts.town.parent ?? facts.town.id
        return regions.withLock { regions in
            if let known = regions[root] { return known }
            let region = NearRegion<Subject, Thing>(root: root, rows: rows)
            regions[root] = region
            return region
        }
    }
}

/// One question to a field, asked page by page.
struct NearQuestion {
    let nearness: Nearness
    let around: Around
    let origin: Nearness.Place
    let shelves: [UInt16]
    let detour: ((Nearness.Place) -> Double)?

    func ask<Subject>(after cursor: NearCursor<Subject>?, limit: Int) -> [Nearness.Neighbour] {
        switch around.order {
        case .nearest:
            nearness.nearest(
                to: origin, within: Double(around.radius), of: shelves, limit: limit,
                after: cursor.map { .init(distance: $0.measure, id: $0.id.number) }, detour: detour)
        case .newest:
            nearness.newest(
                near: origin, within: Double(around.radius), of: shelves, limit: limit,
                after: cursor.map { .init(time: Int64($0.measure), id: $0.id.number) })
        }
    }
}

extension Nearness.Neighbour {
    func cursor<Subject>(_ order: Around.Order) -> NearCursor<Subject> {
        NearCursor(measure: order == .nearest ? distance : Double(time), id: ID(id))
    }
}
