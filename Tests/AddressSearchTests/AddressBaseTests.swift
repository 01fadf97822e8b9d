import AddressSearch
import Geography
import Testing

func row(_ street: String, number: Int?, suffix: String = "", reference: UInt32 = 1, commune: String = "Belleroche") -> AddressRow {
    AddressRow(
        reference: reference, number: number, suffix: suffix, street: street, postcode: "13980", commune: commune, insee: "13980",
        point: Point(longitude: 5, latitude: 43))
}

@Suite struct AddressBaseTests {
    @Test func countsAddressesAndPlaces() {
        #expect(Samples.base.addressCount == Samples.rows.count)
        // Fourteen streets, one lieu-dit, three postcodes of communes.
        #expect(Samples.base.placeCount == 18)
    }

    @Test func anEmptyBaseAnswersNothing() {
        let base = AddressBaseBuilder().finish()
        #expect(base.addressCount == 0 && base.placeCount == 0)
        #expect(base.suggestions(for: "rue", near: Point(longitude: 5, latitude: 43), communes: ["13980"]).isEmpty)
    }

    @Test func theOrderOfRowsDoesNotMatter() {
        var chance = SeededGenerator(seed: 3)
        var builder = AddressBaseBuilder()
        for row in Samples.rows.shuffled(using: &chance) { builder.add(row) }
        let shuffled = builder.finish()
        for text in ["12 bis rue victor hugo", "13 rue victor hugo 13990", "8 mai", "20a rue victor hugo", "general", "5 grande rue"] {
            let (expected, found) = (Samples.base.suggestions(for: text), shuffled.suggestions(for: text))
            #expect(found.first?.reference == expected.first?.reference && found.first?.label == expected.first?.label)
            #expect(found.first?.nearest.map(\.label) == expected.first?.nearest.map(\.label))
        }
    }

    @Test func ofTwoRowsWithOneNumberTheFirstIsKept() {
        var builder = AddressBaseBuilder()
        for reference in UInt32(1)...3 { builder.add(row("Rue Haute", number: 5, reference: reference)) }
        let base = builder.finish()
        #expect(base.addressCount == 1)
        #expect(base.suggestions(for: "5 rue haute").first?.reference == 1)
    }

    @Test func keepsStreetsWithoutNumbersAndTheirReference() {
        var builder = AddressBaseBuilder()
        builder.add(row("Chemin du Lac", number: nil, reference: 77))
        builder.add(row("Le Mas", number: nil, reference: 78))
        builder.add(row("", number: 3))
        builder.add(row("Rue sans commune", number: 3, commune: ""))
        let base = builder.finish()
        #expect(base.placeCount == 3 && base.addressCount == 0)
        #expect(base.suggestions(for: "chemin du lac").first?.reference == 77)
        #expect(base.suggestions(for: "3 le mas").first?.kind == .locality)
        #expect(base.suggestions(for: "sans").isEmpty)
    }

    @Test(arguments: [("BIS", "9 bis"), (" Ter ", "9ter"), ("É", "9 e")])
    func readsSuffixesInAnyCase(suffix: String, typed: String) {
        var builder = AddressBaseBuilder()
        builder.add(row("Rue Haute", number: 9, suffix: suffix))
        #expect(builder.finish().suggestions(for: "\(typed) rue haute").first?.kind == .number)
    }

    @Test func numbersThatNoStreetHasAreNotAddresses() {
        var builder = AddressBaseBuilder()
        builder.add(row("Rue Haute", number: -1))
        builder.add(row("Rue Haute", number: .max))
        #expect(builder.finish().addressCount == 0)
    }

    @Test func namesMayBeOfAnyLength() {
        var builder = AddressBaseBuilder()
        let names = [
            String(repeating: "a", count: 300), String(repeating: "1", count: 40) + "er", String(repeating: "rue ", count: 60), "é", "—",
        ]
        for name in names { builder.add(row(name, number: 1)) }
        let base = builder.finish()
        #expect(base.addressCount == names.count)
        for name in names.prefix(4) { #expect(base.suggestions(for: name).first?.street == name) }
        #expect(base.suggestions(for: String(repeating: "a", count: 29) + "b").first?.street == names[0])
    }

    @Test func manyReadersAgree() async {
        let expected = labels("rue victor")
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<16 { group.addTask { labels("rue victor") } }
            for await found in group { #expect(found == expected) }
        }
    }

    @Test func takesLittleRoom() {
        var builder = AddressBaseBuilder()
        for street in 0..<500 {
            for number in 1...20 { builder.add(row("Rue Numéro \(street)", number: number)) }
        }
        #expect(builder.finish().bytes < 10_000 * 40)
    }
}
