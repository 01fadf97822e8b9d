import Foundation

/// A named line of a map, in one or several pieces: a river between its bridges, a railway.
public struct NamedLines: Sendable, Hashable {
    public let name: String
    /// Each of at least two points.
    public let lines: [[Point]]

    /// Reads a FeatureCollection of LineStrings and MultiLineStrings (RFC 7946, WGS 84), named by the property `nom` or `name`. Strict: the
    /// first fault refuses the text. Other members are passed over.
    public static func read(geoJSON: [UInt8]) throws(GeoJSONProblem) -> [NamedLines] {
        guard geoJSON.count <= FeatureCollection.maximumBytes else { throw GeoJSONProblem(.tooLarge) }
        let raw: RawCollection
        do {
            raw = try JSONDecoder().decode(
                RawCollection.self, from: Data(geoJSON.starts(with: [0xEF, 0xBB, 0xBF]) ? geoJSON[3...] : geoJSON[...]))
        } catch DecodingError.dataCorrupted {
            throw GeoJSONProblem(.notJSON)
        } catch {
            throw GeoJSONProblem(.notFeatureCollection)
        }
        guard raw.type == "FeatureCollection" else { throw GeoJSONProblem(.notFeatureCollection) }
        var (found, count) = ([NamedLines](), 0)
        for (index, feature) in raw.features.enumerated() {
            let lines = try NamedLines(feature, position: index + 1)
            count += lines.lines.reduce(0) { $0 + $1.count }
            guard count <= FeatureCollection.maximumVertices else { throw GeoJSONProblem(.tooManyVertices) }
            found.append(lines)
        }
        return found
    }

    private init(_ raw: RawLine, position: Int) throws(GeoJSONProblem) {
        let name = (raw.properties?.nom ?? raw.properties?.name ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw GeoJSONProblem(.missingName, position: position) }
        func problem(_ kind: GeoJSONProblem.Kind) -> GeoJSONProblem { GeoJSONProblem(kind, position: position, name: name) }
        guard let lines = raw.geometry?.lines, !lines.isEmpty else { throw problem(.unsupportedGeometry) }
        var read: [[Point]] = []
        for line in lines {
            guard line.count >= 2 else { throw problem(.tooFewPoints) }
            var points: [Point] = []
            for place in line {
                guard place.count >= 2 else { throw problem(.notLonLat) }
                points.append(Point(longitude: place[0], latitude: place[1]))
            }
            guard points.allSatisfy(\.isOnEarth), !FrenchTerritory.isSwapped(points[0]) else { throw problem(.notLonLat) }
            read.append(points)
        }
        (self.name, self.lines) = (name, read)
    }
}

private struct RawCollection: Decodable {
    let type: String
    let features: [RawLine]
}

private struct RawLine: Decodable {
    let properties: Properties?
    let geometry: Geometry?

    struct Properties: Decodable {
        let nom: String?
        let name: String?
    }

    /// Nil of another type, or badly nested.
    struct Geometry: Decodable {
        let lines: [[[Double]]]?

        private enum Key: CodingKey { case type, coordinates }

        init(from decoder: any Decoder) throws {
            let members = try decoder.container(keyedBy: Key.self)
            switch try? members.decode(String.self, forKey: .type) {
            case "LineString": lines = (try? members.decode([[Double]].self, forKey: .coordinates)).map { [$0] }
            case "MultiLineString": lines = try? members.decode([[[Double]]].self, forKey: .coordinates)
            default: lines = nil
            }
        }
    }
}
