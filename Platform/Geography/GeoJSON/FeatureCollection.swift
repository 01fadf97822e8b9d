import Foundation

/// Named regions: the communes of a métropole, the quartiers of a town.
public struct FeatureCollection: Sendable, Hashable {
    public static let maximumBytes = 16_000_000
    public static let maximumVertices = 200_000

    public let features: [Feature]

    public init(_ features: [Feature]) { self.features = features }

    /// Reads a FeatureCollection, or a lone Feature, of RFC 7946: WGS 84, Polygon and MultiPolygon, properties `nom` (or `name`), `code`,
    /// `couleur`, `telephone`, `fictif`. Strict: the first fault refuses the text. Rings are rewound; altitudes are dropped.
    public init(geoJSON: [UInt8]) throws(GeoJSONProblem) {
        let raw: GeoJSONText = try decodeGeoJSON(geoJSON)
        guard let found = raw.features else { throw GeoJSONProblem(.notFeatureCollection) }
        var vertices = 0
        var names: Set<String> = []
        var features: [Feature] = []
        for (index, raw) in found.enumerated() {
            vertices += raw?.geometry.vertexCount ?? 0
            guard vertices <= Self.maximumVertices else { throw GeoJSONProblem(.tooManyVertices) }
            let feature = try Feature(raw, position: index + 1)
            guard names.insert(feature.name.lowercased()).inserted else {
                throw GeoJSONProblem(.duplicateName, position: index + 1, name: feature.name)
            }
            features.append(feature)
        }
        self.features = features
    }
}

extension Region {
    /// Reads a bare Polygon or MultiPolygon geometry, as strictly as ``FeatureCollection``.
    public init(geoJSON: [UInt8]) throws(GeoJSONProblem) {
        let geometry: RawGeometry = try decodeGeoJSON(geoJSON)
        guard geometry.vertexCount <= FeatureCollection.maximumVertices else { throw GeoJSONProblem(.tooManyVertices) }
        self = try OutlineReader(position: nil, name: nil).region(geometry)
    }
}

private func decodeGeoJSON<Value: Decodable>(_ geoJSON: [UInt8]) throws(GeoJSONProblem) -> Value {
    guard geoJSON.count <= FeatureCollection.maximumBytes else { throw GeoJSONProblem(.tooLarge) }
    // Each position opens a bracket: a text with far too many is refused before it is parsed.
    let brackets = geoJSON.count { $0 == UInt8(ascii: "[") }
    guard brackets <= 2 * FeatureCollection.maximumVertices else { throw GeoJSONProblem(.tooManyVertices) }
    let hasByteOrderMark = geoJSON.starts(with: [0xEF, 0xBB, 0xBF])
    do {
        return try JSONDecoder().decode(Value.self, from: Data(hasByteOrderMark ? geoJSON[3...] : geoJSON[...]))
    } catch DecodingError.dataCorrupted {
        throw GeoJSONProblem(.notJSON)
    } catch {
        throw GeoJSONProblem(.notFeatureCollection)
    }
}
