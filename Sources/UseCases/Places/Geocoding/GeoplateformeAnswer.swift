import Domain
import Foundation
import Geography

/// GeoJSON as `search` writes it. A feature that is not what it should be is passed over; a text that is none throws.
///
/// Source: IGN, « Service Géoplateforme de géocodage », index `address`.
struct GeoplateformeAnswer: Decodable {
    fileprivate struct Feature: Decodable {
        struct Geometry: Decodable { let coordinates: [Double] }
        struct Properties: Decodable {
            let type: String
            let score: Double
            let label: String
            let name: String
            let street: String?
            let housenumber: String?
            let postcode: String?
            let citycode: String
            let city: String
        }

        let geometry: Geometry
        let properties: Properties
    }

    /// Nil where decoding failed.
    private struct Readable: Decodable {
        let feature: Feature?

        init(from decoder: any Decoder) { feature = try? Feature(from: decoder) }
    }

    private let features: [Readable]

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }

    func candidates(for question: GeocoderQuestion) -> [AddressCandidate] {
        features.compactMap { $0.feature?.candidate(for: question) }
    }
}

extension GeoplateformeAnswer.Feature {
    /// A door, a street or a lieu-dit of the commune; nil for anything else.
    fileprivate func candidate(for question: GeocoderQuestion) -> AddressCandidate? {
        guard let point, ["housenumber", "street", "locality"].contains(properties.type),
            question.communes.contains(properties.citycode), properties.score.isFinite, let label = Self.line(properties.label),
            let street = Self.line(properties.street ?? properties.name), let city = Self.line(properties.city)
        else { return nil }
        let house = properties.type == "housenumber" ? properties.housenumber.flatMap(Self.line) : nil
        let postcode = properties.postcode.flatMap(Self.line) ?? ""
        return AddressCandidate(
            label: label, street: AddressStreet.Key(insee: properties.citycode, name: street, postcode: postcode), city: city,
            house: house?.filter { $0 != " " }.lowercased(), point: point, score: Self.scaled(properties.score),
            lacksNumber: house == nil && question.beginsWithNumber, isInTown: true)
    }

    private var point: Point? {
        guard geometry.coordinates.count >= 2 else { return nil }
        let point = Point(longitude: geometry.coordinates[0], latitude: geometry.coordinates[1])
        return point.isOnEarth ? point : nil
    }

    private static func line(_ text: String) -> String? {
        let line = PlainText.line(text)
        return (1...200).contains(line.count) ? line : nil
    }

    /// From 0.7 up the Géoplateforme is as sure as our own base is from 0.9 up: see ``AddressFinding``.
    private static func scaled(_ score: Double) -> Double { score < 0.7 ? score * 0.9 / 0.7 : 0.9 + (min(score, 1) - 0.7) / 3 }
}
