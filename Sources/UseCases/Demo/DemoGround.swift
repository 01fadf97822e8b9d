import Domain
import Geography

/// Lays the ground of the demo: one address base for the métropole and its communes, and the river between their quartiers.
struct DemoGround {
    let house: House
    let places: DemoPlaces

    func lay(_ chance: SeededChance) async throws {
        guard let metropole = places.towns.first.flatMap({ house.towns.town(slug: $0.slug) }) else { return }
        var streets = DemoStreets(places, chance: chance)
        _ = try await AddressImport(house).run(AddressImport.File(streets.file()), into: metropole.town)
        let river = river
        for facts in house.towns.all { _ = try await BarrierImport(house).run(river, into: facts.town) }
    }

    /// As GeoJSON; a bridge is where one piece ends and the next has not begun.
    private var river: [UInt8] {
        let pieces = places.river.lines.map { piece in
            let points = piece.compactMap(places.point).map { "[\($0.longitude),\($0.latitude)]" }
            return "[\(points.joined(separator: ","))]"
        }
        let geometry = "{\"type\":\"MultiLineString\",\"coordinates\":[\(pieces.joined(separator: ","))]}"
        let feature = "{\"type\":\"Feature\",\"properties\":{\"nom\":\"\(places.river.name)\"},\"geometry\":\(geometry)}"
        return Array("{\"type\":\"FeatureCollection\",\"features\":[\(feature)]}".utf8)
    }
}

extension AddressImport.File {
    /// A file that is in memory whole.
    fileprivate init(_ bytes: [UInt8]) {
        var rest: [UInt8]? = bytes
        let digest = AddressImport.digest {
            defer { rest = nil }
            return rest ?? []
        }
        self.init(size: bytes.count, digest: digest) { offset, count in Array(bytes[offset..<min(bytes.count, offset + count)]) }
    }
}
