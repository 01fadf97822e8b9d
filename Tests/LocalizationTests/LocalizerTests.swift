import Localization
import Testing

@Suite struct LocalizerTests {
    private func localizer(_ language: Language) throws -> Localizer {
        let french = [
            "hello": "Bonjour {name}, {name} !", "needs.count.one": "{count} demande à {town}",
            "needs.count.other": "{count} demandes à {town}",
            "only.other": "{count} x", "format.number.group": "\u{202F}", "untranslated": "En français",
        ]
        let english = [
            "hello": "Hello {name}", "needs.count.one": "{count} request in {town}", "needs.count.other": "{count} requests in {town}",
            "only.other": "{count} x", "format.number.group": ",",
        ]
        return Localizer(language: language, catalogue: try Catalogue([.fr: french, .en: english]))
    }

    @Test func fillsPlaceholdersWithStringsAndNumbers() throws {
        let t = try localizer(.fr)
        let name = "Aïcha"
        #expect(t("hello", ["name": name]) == "Bonjour Aïcha, Aïcha !")
        #expect(t("hello", ["name": 12_345]) == "Bonjour 12\u{202F}345, 12\u{202F}345 !")
    }

    @Test func aValueIsNeverReadAsATemplate() throws {
        #expect(try localizer(.en)("hello", ["name": "{name}"]) == "Hello {name}")
    }

    @Test func aMissingArgumentStaysVisible() throws {
        let t = try localizer(.en)
        #expect(t("hello", [:]) == "Hello {name}")
        #expect(t("hello") == "Hello {name}")
    }

    @Test func aMissingKeyShowsItself() throws {
        let t = try localizer(.fr)
        #expect(t("no.such") == "⟦no.such⟧")
        #expect(t("no.such", ["a": 1]) == "⟦no.such⟧")
        #expect(t("no.such", count: 2) == "⟦no.such⟧")
    }

    @Test func anUntranslatedSentenceIsShownInFrench() throws {
        #expect(try localizer(.en)("untranslated") == "En français")
    }

    static let plurals: [(Int, String, String)] = [
        (0, "0 demande à Lyon", "0 requests in Lyon"), (1, "1 demande à Lyon", "1 request in Lyon"),
        (2, "2 demandes à Lyon", "2 requests in Lyon"), (1234, "1\u{202F}234 demandes à Lyon", "1,234 requests in Lyon"),
        (-1, "-1 demande à Lyon", "-1 request in Lyon"),
    ]

    @Test(arguments: plurals)
    func pluralsFollowTheLanguage(_ count: Int, _ french: String, _ english: String) throws {
        #expect(try localizer(.fr)("needs.count", count: count, ["town": "Lyon"]) == french)
        #expect(try localizer(.en)("needs.count", count: count, ["town": "Lyon"]) == english)
    }

    @Test func theGeneralFormStandsInForAMissingOne() throws {
        #expect(try localizer(.fr)("only", count: 1) == "1 x")
    }
}
