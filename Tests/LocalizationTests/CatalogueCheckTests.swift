import Localization
import Testing

@Suite struct CatalogueCheckTests {
    private func findings(fr: [String], en: [String], source: String = "", calls: [String]? = nil) throws -> [String] {
        var lines: [String] = []
        let files = [
            "fr.json": "{\n\(fr.joined(separator: ",\n"))\n}", "en.json": "{\n\(en.joined(separator: ",\n"))\n}", "Page.swift": source,
        ]
        try withFolder(files) { folder in
            let sources = CatalogueCheck.swiftFiles(under: folder)
            let check = CatalogueCheck(folder: folder, sources: sources, calls: calls ?? CatalogueCheck.defaultCalls)
            lines = try check.findings().map { $0.description.replacing("\(folder)/", with: "") }
        }
        return lines
    }

    private let one = [#""a.b": "x""#]

    @Test func aHouseInOrderHasNoFinding() throws {
        #expect(try findings(fr: one, en: one, source: #"t("a.b")"#).isEmpty)
    }

    @Test func reportsMissingKeysWhereTheyAreUsed() throws {
        let source = """
            t("a.b"); t("a.c")
            throw Refusal("no.such"); FieldError("no.field")
            x(key: "no.label", key: "session"); print("not.a.key"); format("n")
            x(.key("no.case"))
            """
        let expected = [
            "Page.swift:1: no sentence for a.c", "Page.swift:2: no sentence for no.such", "Page.swift:2: no sentence for no.field",
            "Page.swift:3: no sentence for no.label", "Page.swift:4: no sentence for no.case",
        ]
        #expect(try findings(fr: one, en: one, source: source) == expected)
    }

    @Test func aPrefixNeedsAKeyAndUsesAllBelowIt() throws {
        let texts = [#""kind.x": "x""#, #""kind.y": "y""#, #""state.on": "on""#]
        #expect(try findings(fr: texts, en: texts, source: #"t("kind.\(k)"); var key: String { "state.\(s)" }"#).isEmpty)
        let missing = try findings(fr: one, en: one, source: #"t("a.b"); t("kind.\(k)")"#)
        #expect(missing == ["Page.swift:1: no sentence for kind.…"])
    }

    @Test func reportsUnusedKeysAndCountsAnyEqualLiteralAsUse() throws {
        let texts = [#""a.b": "x""#, #""a.c": "y""#]
        #expect(try findings(fr: texts, en: texts, source: #"let k = "a.c" // "a.b""#) == ["a.b: used nowhere"])
    }

    @Test func pluralFormsAreUsedByTheirStem() throws {
        let texts = [#""n.one": "{count} a""#, #""n.other": "{count} b""#]
        #expect(try findings(fr: texts, en: texts, source: #"t("n", count: 3)"#).isEmpty)
    }

    @Test func reportsUntranslatedKeys() throws {
        let found = try findings(
            fr: one + [#""a.c": "y""#], en: [#""a.b": "x""#, #""a.d": "z""#], source: #"t("a.b"); t("a.c"); t("a.d")"#)
        #expect(found == ["a.c: not in en.json", "a.d: not in fr.json"])
    }

    @Test func reportsPlaceholdersThatDiffer() throws {
        let fr = [#""a.b": "{name}""#, #""n.one": "une""#, #""n.other": "{count}""#]
        let en = [#""a.b": "{town} {name}""#, #""n.one": "{count}""#, #""n.other": "{count}""#]
        let found = try findings(fr: fr, en: en, source: #"t("a.b"); t("n", count: 1)"#)
        #expect(found == ["a.b: placeholders differ: {name} | {name} {town}", "n: placeholders differ: none | {count}"])
    }

    @Test func reportsKeysTwiceOrOutOfOrder() throws {
        let found = try findings(
            fr: [#""b": "x""#, #""a": "y""#, #""a": "z""#], en: [#""a": "x""#, #""b": "y: \"q\": ""#], source: #"t("a"); t("b")"#)
        #expect(found == ["fr.json: a: twice, or out of order", "fr.json: a: twice, or out of order"])
    }

    @Test func callsAreAParameter() throws {
        let found = try findings(fr: one, en: one, source: #"t("nope"); say("a.b"); say("a.x")"#, calls: ["say("])
        #expect(found == ["Page.swift:1: no sentence for a.x"])
    }

    /// The formats' own keys: complete, used, and alike in both languages.
    @Test func theFormatsOfTheHouseAreInOrder() throws {
        let folder = Speech.localesFolder
        let sources = CatalogueCheck.swiftFiles(under: "\(folder)/../Platform/Localization")
        try #require(sources.count > 5)
        let found = try CatalogueCheck(folder: folder, sources: sources).findings().map(\.description)
        #expect(found.filter { $0.contains("format.") } == [])
    }
}
