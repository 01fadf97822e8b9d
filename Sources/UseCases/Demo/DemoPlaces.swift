import Foundation
import Geography

/// A métropole first, then its communes. Places are kilometres east and north of an origin in the open sea.
struct DemoPlaces: Sendable, Decodable {
    struct Quartier: Sendable, Decodable {
        var slug: String
        var name: String
        var at: [Double]
        /// Of a commune of the métropole; no real commune has them.
        var insee: String?
        var postcode: String?
    }

    struct Sheet: Sendable, Decodable {
        var slug: String
        var name: String
        /// Of all helpers and requests.
        var share: Double
        var phone: String
        var brand: String
        var accent: String
        var street: String
        var head: String
        /// First and last name of each account; `famille` has two first names.
        var people: [String: [String]]
        var quartiers: [Quartier]
    }

    /// In pieces, from bridge to bridge.
    struct River: Sendable, Decodable {
        var name: String
        var lines: [[[Double]]]
    }

    /// Of which addresses are made.
    struct Streets: Sendable, Decodable {
        /// As often as each is met.
        var kinds: [String]
        var names: [String]
        var hamlets: [String]
    }

    /// Longitude and latitude.
    var origin: [Double]
    var outline: [[Double]]
    var river: River
    var streets: Streets
    var towns: [Sheet]
}

extension DemoPlaces {
    /// Nil for the métropole.
    func insee(of sheet: Sheet) -> String? { towns.first?.quartiers.first { $0.slug == sheet.slug }?.insee }

    /// The place so many kilometres east and north of the origin.
    func point(_ kilometres: [Double]) -> Point? {
        guard kilometres.count == 2, origin.count == 2 else { return nil }
        let degree = Earth.meanRadius / 1_000 * .pi / 180
        return Point(
            longitude: origin[0] + kilometres[0] / (degree * cos(origin[1] * .pi / 180)), latitude: origin[1] + kilometres[1] / degree)
    }
}
