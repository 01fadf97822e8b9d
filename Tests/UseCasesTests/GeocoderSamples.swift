import Fetch
import Foundation

/// Answers as the Géoplateforme writes them; places and people are invented.
enum GeocoderSamples {
    static var door: [String: Any] { feature() }
    static var street: [String: Any] { wide("street", "Rue des Lilas") }

    /// A street or lieu-dit as a whole.
    static func wide(_ type: String, _ name: String) -> [String: Any] {
        feature(["type": type, "label": "\(name) 99001 Clairval", "name": name, "housenumber": nil, "street": nil])
    }

    /// `12 Rue des Lilas 99001 Clairval`, with changes; nil takes a property away.
    static func feature(_ changes: [String: (any Sendable)?] = [:], coordinates: [Double] = [5.001, 43.58]) -> [String: Any] {
        let properties: [String: (any Sendable)?] = [
            "type": "housenumber", "score": 0.95, "label": "12 Rue des Lilas 99001 Clairval", "name": "12 Rue des Lilas",
            "street": "Rue des Lilas", "housenumber": "12", "postcode": "99001", "citycode": "99001", "city": "Clairval", "x": 1.5,
        ]
        return [
            "type": "Feature", "geometry": ["type": "Point", "coordinates": coordinates],
            "properties": properties.merging(changes) { $1 }.compactMapValues { $0 },
        ]
    }

    static func text(_ features: [Any]) throws -> String {
        let data = try JSONSerialization.data(withJSONObject: ["type": "FeatureCollection", "features": features])
        return String(decoding: data, as: UTF8.self)
    }

    static func answer(_ features: [Any]) throws -> FetchAnswer { FetchAnswer(status: 200, body: Array(try text(features).utf8)) }
}
