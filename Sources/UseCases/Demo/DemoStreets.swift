import Foundation
import Geography

/// The fictional address base of the métropole's communes, as the file that a real one would be given.
///
/// Streets lie round the named place of each quartier, odd numbers across from even ones, as far as its border.
struct DemoStreets {
    private static let perQuartier = 14
    private static let header = "id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat;type_position\n"

    private let places: DemoPlaces
    private let outlines: DemoOutlines
    private var chance: SeededChance
    private var text = Self.header

    init(_ places: DemoPlaces, chance: SeededChance) {
        self.places = places
        self.chance = chance
        outlines = DemoOutlines(places)
    }

    /// In the format of the Base Adresse Nationale.
    mutating func file() -> [UInt8] {
        guard let metropole = places.towns.first else { return [] }
        for (commune, region) in zip(metropole.quartiers, outlines.quartiers(of: metropole)) {
            if let region { write(commune, within: region) }
        }
        return Array(text.utf8)
    }

    /// A commune that has no town yet is one quartier.
    private mutating func write(_ commune: DemoPlaces.Quartier, within outline: Region) {
        let sheet = places.towns.dropFirst().first { $0.slug == commune.slug }
        let quartiers = sheet?.quartiers ?? [commune]
        let regions = sheet.map(outlines.quartiers) ?? [outline]
        var names = names(quartiers.count * Self.perQuartier)
        var hamlets = places.streets.hamlets.shuffled(using: &chance)
        for case (let quartier, let region?) in zip(quartiers, regions) {
            for name in names.prefix(Self.perQuartier) { write(street(name, round: quartier), of: commune, within: region) }
            names.removeFirst(Self.perQuartier)
            if let name = hamlets.popLast() { hamlet(name, round: quartier, of: commune, within: region) }
        }
    }

    /// The first street is the first of the list in every commune; some names serve twice, « Rue » here and « Allée » there.
    private mutating func names(_ count: Int) -> [String] {
        let (words, kinds) = (places.streets.names, places.streets.kinds)
        let order = words.prefix(1) + words.dropFirst().shuffled(using: &chance)
        var taken: [String] = []
        while taken.count < count {
            let kind = taken.isEmpty ? kinds.first : chance.pick(kinds)
            let name = "\(kind ?? "") \(order[taken.count % order.count])"
            if !taken.contains(name) { taken.append(name) }
        }
        return taken
    }

    private mutating func street(_ name: String, round quartier: DemoPlaces.Quartier) -> DemoStreet {
        let away = 0.9 * chance.share().squareRoot(), bearing = 2 * Double.pi * chance.share()
        return DemoStreet(
            name: name, start: [quartier.at[0] + away * cos(bearing), quartier.at[1] + away * sin(bearing)],
            heading: 2 * Double.pi * chance.share(), spacing: 0.014 + 0.01 * chance.share(), houses: chance.number(20...60))
    }

    private mutating func write(_ street: DemoStreet, of commune: DemoPlaces.Quartier, within region: Region) {
        for number in 1...street.houses {
            line(street.name, number, "", at: street.door(number), of: commune, within: region)
            guard chance.isOneOf(18) else { continue }
            for suffix in chance.pick(["bis"], ["bis"], ["bis", "ter"], ["a", "b"]) {
                line(street.name, number, suffix, at: street.door(number), of: commune, within: region)
            }
        }
    }

    /// A name without numbers, in the fields.
    private mutating func hamlet(
        _ name: String, round quartier: DemoPlaces.Quartier, of commune: DemoPlaces.Quartier, within region: Region
    ) {
        let bearing = 2 * Double.pi * chance.share()
        let place = [quartier.at[0] + 1.1 * cos(bearing), quartier.at[1] + 1.1 * sin(bearing)]
        line(name, 99_999, "", at: place, of: commune, within: region)
    }

    private mutating func line(
        _ street: String, _ number: Int, _ suffix: String, at place: [Double], of commune: DemoPlaces.Quartier, within region: Region
    ) {
        guard let insee = commune.insee, let point = places.point(place), region.contains(point) else { return }
        text += ";\(number);\(suffix);\(street);\(commune.postcode ?? "");\(insee);\(commune.name);"
        text += "\(Self.degrees(point.longitude));\(Self.degrees(point.latitude));entrée\n"
    }

    /// Six decimals, as the Base Adresse Nationale writes them: a tenth of a metre.
    private static func degrees(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}

/// A straight street; places are kilometres east and north of the demo's origin.
struct DemoStreet {
    var name: String
    var start: [Double]
    /// Radians.
    var heading: Double
    /// Kilometres between doors of one side.
    var spacing: Double
    var houses: Int

    /// Odd numbers to the left.
    func door(_ number: Int) -> [Double] {
        let along = Double((number + 1) / 2) * spacing
        let aside = number.isMultiple(of: 2) ? -0.009 : 0.009
        return [
            start[0] + along * cos(heading) - aside * sin(heading), start[1] + along * sin(heading) + aside * cos(heading),
        ]
    }
}
