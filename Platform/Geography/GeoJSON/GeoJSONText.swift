/// GeoJSON as written, before any judgement. Only JSON faults throw; what is missing or of another type reads as nil.
struct GeoJSONText: Decodable {
    /// A member that is no Feature reads as nil. The whole is nil when the text is neither a collection nor a Feature.
    let features: [RawFeature?]?

    private enum Key: CodingKey { case type, features }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        switch try? members.decode(String.self, forKey: .type) {
        case "FeatureCollection": features = try? members.decode([Lenient<RawFeature>].self, forKey: .features).map(\.value)
        case "Feature": features = [try RawFeature(from: decoder)]
        default: features = nil
        }
    }
}

struct RawFeature: Decodable {
    let name: String?, code: String?, colour: String?, telephone: String?
    let isFictional: Bool
    let geometry: RawGeometry

    private enum Key: CodingKey { case type, properties, geometry }
    private enum Property: CodingKey { case nom, name, code, couleur, telephone, fictif }
    private struct NotAFeature: Error {}

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        guard (try? members.decode(String.self, forKey: .type)) == "Feature" else { throw NotAFeature() }
        let properties = try? members.nestedContainer(keyedBy: Property.self, forKey: .properties)
        func text(_ key: Property) -> String? {
            let text =
                (try? properties?.decode(String.self, forKey: key)) ?? (try? properties?.decode(Int.self, forKey: key)).map(String.init)
            return text.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.flatMap { $0.isEmpty ? nil : $0 }
        }
        (name, code, colour, telephone) = (text(.nom) ?? text(.name), text(.code), text(.couleur), text(.telephone))
        isFictional = (try? properties?.decode(Bool.self, forKey: .fictif)) ?? false
        geometry = (try? members.decode(RawGeometry.self, forKey: .geometry)) ?? RawGeometry(polygons: nil)
    }
}

struct RawGeometry: Decodable {
    /// Polygons of rings of positions; nil when the geometry is of another type or badly nested.
    let polygons: [[[[Double]]]]?

    private enum Key: CodingKey { case type, coordinates }

    init(polygons: [[[[Double]]]]?) { self.polygons = polygons }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        switch try? members.decode(String.self, forKey: .type) {
        case "Polygon": polygons = (try? members.decode([[[Double]]].self, forKey: .coordinates)).map { [$0] }
        case "MultiPolygon": polygons = try? members.decode([[[[Double]]]].self, forKey: .coordinates)
        default: polygons = nil
        }
    }

    var vertexCount: Int { (polygons ?? []).reduce(0) { $0 + $1.reduce(0) { $0 + $1.count } } }
}

private struct Lenient<Value: Decodable>: Decodable {
    let value: Value?
    init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
}
