import Domain
import Foundation
import UseCases

/// Real ground under the tests' town: two quartiers side by side, 800 m wide, and their addresses.
extension TestHouse {
    /// The town as it stands now.
    public var facts: TownFacts { house.towns.town(id: town.town.id) ?? town }

    public static let streets = [
        "Rue des Lilas", "Rue du Muguet", "Avenue Jean Jaurès", "Impasse des Mésanges", "Boulevard Émile Zola", "Place de la Fontaine",
    ]

    /// `Les Tilleuls` from 5.00° to 5.01° east, `La Gare` from there to 5.02°; each with the same six streets of twenty houses.
    public func settle() async throws {
        let squares = [("Les Tilleuls", 5.00), ("La Gare", 5.01)].map { name, west in
            """
            {"type":"Feature","properties":{"nom":"\(name)"},"geometry":{"type":"Polygon","coordinates":
            [[[\(west),43.58],[\(west + 0.01),43.58],[\(west + 0.01),43.59],[\(west),43.59],[\(west),43.58]]]}}
            """
        }
        let quartiers = "{\"type\":\"FeatureCollection\",\"features\":[\(squares.joined(separator: ","))]}"
        _ = try await NeighbourhoodImport(house).run(Array(quartiers.utf8), into: town.town)
        try await load(Self.addresses)
    }

    /// Brings an address file into the town.
    @discardableResult
    public func load(_ text: String) async throws -> AddressImport.Report {
        let bytes = Array(text.utf8)
        var isRead = false
        let digest = AddressImport.digest {
            defer { isRead = true }
            return isRead ? [] : bytes
        }
        let file = AddressImport.File(size: bytes.count, digest: digest) { offset, count in
            Array(bytes[offset..<min(bytes.count, offset + count)])
        }
        return try await AddressImport(house).run(file, into: town.town)
    }

    private static var addresses: String {
        var text = "cle_interop;commune_insee;toponyme;numero;suffixe;commune_nom;position;long;lat\n"
        for (quartier, west) in [("", 5.0005), (" de la Gare", 5.0105)] {
            for (street, name) in streets.enumerated() {
                for number in 1...20 {
                    let longitude = west + Double(number) * 0.0004, latitude = 43.5815 + Double(street) * 0.0012
                    text += "13200_0001_\(number);13200;\(name)\(quartier);\(number);;Clairval;entrée;\(longitude);\(latitude)\n"
                }
            }
        }
        return text + "13201_0001_1;13201;Rue Lointaine;1;;Voisins;entrée;5.2;43.6\n"
    }
}
