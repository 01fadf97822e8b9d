import Localization
import Testing

@Suite struct CatalogueTests {
    private func error(_ files: [String: String]) throws -> String? {
        var message: String?
        try withFolder(files) { folder in
            do {
                _ = try Catalogue(folder: folder)
            } catch {
                message = "\(error)"
            }
        }
        return message
    }

    @Test func errorsNameFileAndKey() throws {
        #expect(try error(["fr.json": #"{"a.b": "x {name"}"#, "en.json": "{}"]) == "fr.json: a.b: a { without its }")
        #expect(try error(["fr.json": "{}", "en.json": #"{"a.b": "x } y"}"#]) == "en.json: a.b: a } without its {")
        #expect(
            try error(["fr.json": #"{"a": "{first name}"}"#, "en.json": "{}"]) == "fr.json: a: {first name} is no placeholder: letters only"
        )
        #expect(try error(["fr.json": #"{"a": {"b": "c"}}"#, "en.json": "{}"]) == "fr.json: a: the value is not a string")
        #expect(try error(["fr.json": #"{"a": null}"#, "en.json": "{}"]) == "fr.json: a: the value is not a string")
        #expect(try error(["fr.json": #"{"a": "b""#, "en.json": "{}"]) == "fr.json: not a JSON object")
    }

    @Test func aMissingFileIsNamed() throws {
        let message = try #require(try error(["fr.json": "{}"]))
        #expect(message.hasSuffix("en.json: cannot be read"))
    }

    @Test func loadsFromAFolder() throws {
        try withFolder(["fr.json": #"{"home.title": "Bienvenue"}"#, "en.json": #"{"home.title": "Welcome"}"#]) { folder in
            let catalogue = try Catalogue(folder: folder)
            let titles = Language.allCases.map { Localizer(language: $0, catalogue: catalogue)("home.title") }
            #expect(titles == ["Bienvenue", "Welcome"])
        }
    }
}
