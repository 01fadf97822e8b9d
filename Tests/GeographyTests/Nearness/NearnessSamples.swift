import Geography

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

typealias Place = Nearness.Place
typealias Metric = Nearness.Metric

/// Entries that are hard on an index: crowds on one spot, spots on the corners of squares, equal times, both sides of zero.
struct Crowd {
    var random: SeededGenerator
    private let spots: [Place]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        var random = SeededGenerator(seed: seed &+ 100)
        spots = (0..<12).map { _ in Self.place(spread: 400_000, using: &random) }
    }

    mutating func place() -> Place {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<3: return spots.randomElement(using: &random)!
        case 3..<5: return Self.corner(using: &random)
        case 5..<8:
            let (centre, near) = (spots.randomElement(using: &random)!, Self.place(spread: 3_000, using: &random))
            return Place(x: centre.x + near.x, y: centre.y + near.y)
        default: return Self.place(spread: 600_000, using: &random)
        }
    }

    mutating func entry(id: UInt128? = nil) -> Nearness.Entry {
        Nearness.Entry(
            id: id ?? UInt128(random.next()) << 64 | UInt128(random.next()), category: .random(in: 0..<4, using: &random), place: place(),
            time: .random(in: 0..<500, using: &random))
    }

    mutating func entries(_ count: Int) -> [Nearness.Entry] { (0..<count).map { _ in entry() } }

    private static func place(spread: Int32, using random: inout SeededGenerator) -> Place {
        Place(x: .random(in: -spread...spread, using: &random), y: .random(in: -spread...spread, using: &random))
    }

    /// A corner of the index's squares, or the place just before it.
    private static func corner(using random: inout SeededGenerator) -> Place {
        let (x, y) = (Int32.random(in: -30...30, using: &random), Int32.random(in: -30...30, using: &random))
        return Place(x: x << 14 - .random(in: 0...1, using: &random), y: y << 14 - .random(in: 0...1, using: &random))
    }
}

/// The answers by reading everything.
struct Reading {
    let metric: Metric
    var entries: [Nearness.Entry]

    func nearest(
        to place: Place, within radius: Double, of categories: [UInt16]?, limit: Int, after: Nearness.DistanceMark? = nil,
        detour: (Place) -> Double = { _ in 0 }
    ) -> [Nearness.Neighbour] {
        let all = neighbours(of: place, within: radius, of: categories, detour: detour).sorted { $0.distanceMark < $1.distanceMark }
        return Array(all.filter { entry in after.map { $0 < entry.distanceMark } ?? true }.prefix(limit))
    }

    func newest(near place: Place, within radius: Double, of categories: [UInt16]?, limit: Int, after: Nearness.TimeMark? = nil)
        -> [Nearness.Neighbour]
    {
        let all = neighbours(of: place, within: radius, of: categories, detour: { _ in 0 }).sorted { $1.timeMark < $0.timeMark }
        return Array(all.filter { entry in after.map { entry.timeMark < $0 } ?? true }.prefix(limit))
    }

    func neighbours(of place: Place, within radius: Double, of categories: [UInt16]?, detour: (Place) -> Double) -> [Nearness.Neighbour] {
        entries.filter { categories?.contains($0.category) ?? true }.map { entry in
            let distance = distance(place, entry.place) + detour(entry.place)
            return Nearness.Neighbour(id: entry.id, distance: distance, time: entry.time)
        }.filter { $0.distance <= radius }
    }

    func distance(_ a: Place, _ b: Place) -> Double {
        var (east, north) = (0.01, 0.01)
        if case .geographic = metric {
            north = Earth.meanRadius * .pi / 180 * 1e-7
            east = north * cos(a.point.latitude * .pi / 180)
        }
        let (dx, dy) = (Double(Int64(b.x) - Int64(a.x)) * east, Double(Int64(b.y) - Int64(a.y)) * north)
        return (dx * dx + dy * dy).squareRoot()
    }
}
