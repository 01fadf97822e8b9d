import Localization
import Testing

@Suite struct LanguageTests {
    static let headers: [(String?, Language)] = [
        (nil, Language.fr), ("", .fr), ("en", .en), ("EN-gb", .en), ("de-DE, de;q=0.9", .fr), ("fr-FR,fr;q=0.9,en;q=0.8", .fr),
        ("en-US,en;q=0.9,fr;q=0.8", .en), ("fr;q=0.3, en;q=0.7", .en), ("de, en;q=0.5", .en), ("en;q=0", .fr), ("*", .fr),
        ("en;q=0.5, *;q=0.9", .fr), ("en;q=abc", .fr), (";;,,=;q=", .fr), ("en ; q=0.4 , fr ; q=0.2", .en), ("en;q=9", .fr),
    ]

    @Test(arguments: headers)
    func readsAcceptLanguage(_ header: String?, _ expected: Language) {
        #expect(Language(acceptLanguage: header) == expected)
    }
}
