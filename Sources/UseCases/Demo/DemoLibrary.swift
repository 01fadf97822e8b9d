import Foundation

/// The demo's places, names and words: our own inventions, kept as data in the folder `Demo`.
public struct DemoLibrary: Sendable {
    let places: DemoPlaces
    let names: DemoNames
    let texts: DemoTexts
    let french: DemoWords
    let english: DemoWords

    /// - Parameter folder: the folder `Demo` of the repository.
    public init(folder: URL) throws {
        places = try Self.read(folder.appending(path: "places.json"))
        names = try Self.read(folder.appending(path: "names.json"))
        texts = try Self.read(folder.appending(path: "texts.fr.json"))
        french = try Self.read(folder.appending(path: "texts.fr.json"))
        english = try Self.read(folder.appending(path: "texts.en.json"))
    }

    private static func read<T: Decodable>(_ file: URL) throws -> T {
        try JSONDecoder().decode(T.self, from: try Data(contentsOf: file))
    }
}

/// A métropole first, then its communes. Places are kilometres east and north of an origin in the open sea.
struct DemoPlaces: Sendable, Decodable {
    struct Quartier: Sendable, Decodable {
        var slug: String
        var name: String
        var at: [Double]
    }

    struct Sheet: Sendable, Decodable {
        var slug: String
        var name: String
        /// Of all helpers and requests.
        var share: Double
        var phone: String
        var brand: String
        var accent: String
        var street: String
        var head: String
        /// First and last name of each account; `famille` has two first names.
        var people: [String: [String]]
        var quartiers: [Quartier]
    }

    /// Longitude and latitude.
    var origin: [Double]
    var outline: [[Double]]
    var towns: [Sheet]
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
    /// For private addresses.
    var streets: [String]
    var floors: [String]
}

extension String {
    /// `"{street}, {town}"` with its holes filled.
    func filled(_ values: [String: String]) -> String {
        values.reduce(self) { $0.replacing("{\($1.key)}", with: $1.value) }
    }
}
