import AddressSearch
import Testing

/// What appears while somebody types.
@Suite struct CompletionTests {
    @Test(arguments: [
        ("12 bis rue victor hugo saint-aubin", "12 bis Rue Victor Hugo 13990 Saint-Aubin-d’Œuvre", 10),
        ("avenue du général leclerc", "Avenue du Général Leclerc 13990 Saint-Aubin-d’Œuvre", 1),
        ("coquelicots", "Allée des Coquelicots 13980 Belleroche", 2), ("philippe lebon", "Rue Philippe Lebon 13990 Saint-Aubin-d’Œuvre", 1),
        ("belleroche", "13980 Belleroche", 1),
    ])
    func comesUpAfterAFewLettersAndStays(text: String, label: String, letters: Int) {
        for length in letters...text.count {
            #expect(labels(String(text.prefix(length))).contains(label), "\(text.prefix(length))")
        }
    }

    @Test(arguments: [
        ("onz", "Rue du 11 Novembre"), ("hui", "Rue du 8 Mai 1945"), ("nove", "Rue du 11 Novembre"), ("rue du sept", "Rue du 4 Septembre"),
        ("st", "Rue du Stade"), ("vi", "Rue Victor Hugo"), ("boul", "Boulevard Voltaire"),
    ])
    func aNumberOrAnAbbreviationMayStillBecomeAWord(text: String, street: String) {
        var builder = AddressBaseBuilder()
        let names = [
            "Rue du 11 Novembre", "Rue du 8 Mai 1945", "Rue du 4 Septembre", "Rue du Stade", "Rue Victor Hugo", "Boulevard Voltaire",
        ]
        for name in names { builder.add(row(name, number: 1)) }
        #expect(builder.finish().suggestions(for: text).map(\.street).contains(street))
    }

    @Test func aTypingErrorDoesNotStopIt() {
        #expect(labels("rue vixto").first?.hasPrefix("Rue Victor Hugo") == true)
        #expect(labels("bouelvard de la repub").first == "Boulevard de la République 13990 Saint-Aubin-d’Œuvre")
        #expect(labels("cokeli").first == "Allée des Coquelicots 13980 Belleroche")
    }
}
