import AddressSearch
import Geography

/// A small country: two towns that share names of streets, a commune with two postcodes, and the spellings that people get wrong.
enum Samples {
    static let base: AddressBase = {
        var builder = AddressBaseBuilder()
        for row in rows { builder.add(row) }
        return builder.finish()
    }()

    static let rows: [AddressRow] = {
        var rows: [AddressRow] = []
        for (index, street) in streets.enumerated() {
            for number in street.numbers {
                let (digits, suffix) = parted(number)
                let point = Point(longitude: street.town.longitude + Double(index) / 1000, latitude: 45 + Double(digits) / 10_000)
                rows.append(
                    AddressRow(
                        reference: UInt32(rows.count + 1), number: digits, suffix: suffix, street: street.name, alias: street.alias,
                        locality: street.locality, postcode: street.town.postcode, commune: street.town.name, insee: street.town.insee,
                        point: point))
            }
        }
        return rows
    }()

    private struct Town {
        let name: String, postcode: String, insee: String, longitude: Double
    }

    private struct Street {
        let name: String, town: Town, numbers: [String]
        var alias = "", locality = ""
    }

    private static let town = Town(name: "Saint-Aubin-d’Œuvre", postcode: "13990", insee: "13990", longitude: 5)
    private static let south = Town(name: "Saint-Aubin-d’Œuvre", postcode: "13991", insee: "13990", longitude: 5.1)
    private static let other = Town(name: "Belleroche", postcode: "13980", insee: "13980", longitude: 6)

    private static let streets = [
        Street(name: "Rue Victor Hugo", town: town, numbers: ["1", "3", "12", "12bis", "12ter", "14", "20A"]),
        Street(name: "Rue Victor Hugo", town: other, numbers: ["1", "2", "3"]),
        Street(name: "Avenue du Général Leclerc", town: town, numbers: (1...40).map(String.init)),
        Street(name: "Rue du Général de Gaulle", town: other, numbers: (1...9).map(String.init), alias: "Ancienne Route Royale"),
        Street(name: "Boulevard de la République", town: town, numbers: (1...60).map(String.init)),
        Street(name: "Rue de la République", town: other, numbers: (1...10).map(String.init)),
        Street(name: "Rue du 8 Mai 1945", town: town, numbers: ["8", "12"]),
        Street(name: "Impasse Saint-Jean", town: south, numbers: ["2", "4"]),
        Street(name: "Grande Rue", town: other, numbers: ["5", "7"]),
        Street(name: "Place du Château", town: town, numbers: ["1"]),
        Street(name: "Chemin de l’Église", town: south, numbers: ["6"], locality: "Les Bruyères"),
        Street(name: "Rue Philippe Lebon", town: town, numbers: ["5"]),
        Street(name: "Cours Henri IV", town: town, numbers: ["9"]),
        Street(name: "Allée des Coquelicots", town: other, numbers: ["11"]),
    ]

    private static func parted(_ number: String) -> (Int, String) {
        let digits = number.prefix(while: \.isNumber)
        return (Int(digits) ?? 0, String(number.dropFirst(digits.count)))
    }
}

/// What is suggested for a text, one label each.
func labels(_ text: String, limit: Int = 10) -> [String] { Samples.base.suggestions(for: text, limit: limit).map(\.label) }
