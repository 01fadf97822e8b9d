import Foundation

/// The demo's places, names and words: our own inventions, kept as data in the folder `Demo`.
public struct DemoLibrary: Sendable {
    let places: DemoPlaces
    let names: DemoNames
    let texts: DemoTexts
    let french: DemoWords
    let english: DemoWords
    let services: [DemoServices.Sheet]

    /// - Parameter folder: the folder `Demo` of the repository.
    public init(folder: URL) throws {
        places = try Self.read(folder.appending(path: "places.json"))
        names = try Self.read(folder.appending(path: "names.json"))
        texts = try Self.read(folder.appending(path: "texts.fr.json"))
        french = try Self.read(folder.appending(path: "texts.fr.json"))
        english = try Self.read(folder.appending(path: "texts.en.json"))
        services = try Self.read(folder.appending(path: "services.json"))
    }

    private static func read<T: Decodable>(_ file: URL) throws -> T {
        try JSONDecoder().decode(T.self, from: try Data(contentsOf: file))
    }
}

struct DemoTexts: Sendable, Decodable {
    /// What the law wants a town to say of itself.
    struct Town: Sendable, Decodable {
        var body: String
        var metropole: String
        var fictional: String
        var social: String
        var address: String
        var hours: String
        var host: String
        var sender: String
    }

    var town: Town
    /// How a door is found.
    var floors: [String]
}

extension String {
    /// `"{street}, {town}"` with its holes filled.
    func filled(_ values: [String: String]) -> String {
        values.reduce(self) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
