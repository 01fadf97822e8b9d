extension FeatureCollection {
    /// RFC 7946 text that ``init(geoJSON:)`` reads back as the same value.
    public func writeGeoJSON() -> [UInt8] {
        let features = features.map { feature in
            var properties = "\"nom\":\(quoted(feature.name))"
            if let code = feature.code { properties += ",\"code\":\(quoted(code))" }
            if let colour = feature.colour { properties += ",\"couleur\":\(quoted(colour))" }
            if let telephone = feature.telephone { properties += ",\"telephone\":\(quoted(telephone))" }
            if feature.isFictional { properties += ",\"fictif\":true" }
            return "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(feature.region.geometryText)}"
        }
        return Array("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}\n".utf8)
    }
}

extension Region {
    /// A Polygon or MultiPolygon geometry, read back by ``init(geoJSON:)``.
    public func writeGeoJSON() -> [UInt8] { Array(geometryText.utf8) }

    fileprivate var geometryText: String {
        let coordinates = polygons.map { "[\($0.rings.map(\.text).joined(separator: ","))]" }
        return coordinates.count == 1
            ? "{\"type\":\"Polygon\",\"coordinates\":\(coordinates[0])}"
            : "{\"type\":\"MultiPolygon\",\"coordinates\":[\(coordinates.joined(separator: ","))]}"
    }
}

extension Ring {
    fileprivate var text: String {
        "[" + (points + [points[0]]).map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",") + "]"
    }
}

private func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\u{0}"..<" ":
            let digits = String(scalar.value, radix: 16)
            quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}
