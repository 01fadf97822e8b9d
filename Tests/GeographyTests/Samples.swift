import Foundation
import Geography

/// Numbers that look random and are the same at each run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func point(in box: BoundingBox) -> Point {
        Point(
            longitude: .random(in: box.west...box.east, using: &self), latitude: .random(in: box.south...box.north, using: &self))
    }
}

func point(_ longitude: Double, _ latitude: Double) -> Point { Point(longitude: longitude, latitude: latitude) }

func points(_ pairs: [(Double, Double)]) -> [Point] { pairs.map { point($0.0, $0.1) } }

/// A rectangle near Miramas, sides in degrees.
func rectangle(_ west: Double, _ south: Double, _ east: Double, _ north: Double) -> [Point] {
    points([(west, south), (east, south), (east, north), (west, north)])
}

/// Outlines of real communes, which are not part of the repository.
enum RealOutlines {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data").standardized
    static let files = [
        "commune-13063-miramas", "commune-38185-grenoble", "commune-45234-orleans", "grenoble-alpes-metropole-49-communes",
        "orleans-metropole-22-communes", "trois-collines-13063-13044-13029",
    ]
    static var exist: Bool { FileManager.default.fileExists(atPath: folder.path) }

    static func read(_ name: String) throws -> FeatureCollection {
        try FeatureCollection(geoJSON: [UInt8](Data(contentsOf: folder.appending(path: "\(name).geojson"))))
    }
}
