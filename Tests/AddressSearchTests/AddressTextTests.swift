import AddressSearch
import Foundation
import Testing

@Suite struct AddressTextTests {
    @Test(arguments: [
        ("12 bis, Av. de l’Église", "12 bis av de l eglise"), ("  SAINT-AUBIN-D'ŒUVRE\t", "saint aubin d oeuvre"),
        ("Straße Ægir", "strasse aegir"),
        ("E\u{301}cole", "ecole"), ("n°3–5", "n 3 5"), ("ǅ 道 улица", ""), ("", ""), ("...", ""), ("soft\u{ad}hyphen", "softhyphen"),
    ])
    func folds(text: String, expected: String) {
        #expect(AddressText.folded(text) == expected)
    }

    @Test func foldsAccentedLettersAsFoundationDoes() throws {
        for value in UInt32(0xc0)...0x17f {
            let scalar = try #require(Unicode.Scalar(value))
            let expected = String(scalar).folding(options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "fr"))
            guard expected.count == 1, expected.utf8.allSatisfy({ (0x61...0x7a).contains($0) }) else { continue }
            #expect(AddressText.folded(String(scalar)) == expected, "U+\(String(value, radix: 16))")
        }
    }

    @Test func readsNoMoreThanTheLimit() {
        #expect(AddressText.folded("abcdef", limit: 3) == "abc")
    }

    @Test(arguments: [
        ["Av. St-Jean", "AVENUE SAINT JEAN", "avenue  Saint‑Jean"], ["Rue du 11 Novembre", "rue du onze novembre", "R DU ONZE NOVEMBRE"],
        ["Rue du 19 Mars 1962", "rue du dix-neuf mars mille neuf cent soixante-deux"], ["Rue du 1er Mai", "rue du premier mai"],
        ["Cours Henri IV", "crs henri quatre"], ["3e Avenue", "3ème avenue", "troisième avenue"],
        ["Bd Gal Leclerc", "Boulevard Général Leclerc"],
        ["Rue des Quatre-Vingts", "rue des 80"], ["Rue du 71", "rue du soixante et onze"], ["Rue du 97", "rue du quatre-vingt-dix-sept"],
    ])
    func givesOneKeyToOneName(spellings: [String]) {
        #expect(Set(spellings.map(AddressText.key)).count == 1)
    }

    @Test(arguments: [
        ("Pont Neuf", "pont neuf"), ("Rue Cadet", "rue cadet"), ("Rue R. Cassin", "rue r cassin"), ("Rue du Col", "rue du col"),
    ])
    func leavesOtherWordsAlone(name: String, expected: String) {
        #expect(AddressText.key(name) == expected)
    }
}
