import Foundation

/// A count on the map, as `map.js` reads it from the list.
struct MapMark: Encodable {
    let latitude: Double
    let longitude: Double
    let count: Int
    let words: String

    static func text(_ marks: [MapMark]) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try? String(decoding: encoder.encode(marks), as: UTF8.self)
    }
}

/// Darkness and size of a bubble; its number says the same.
enum CountStep: Int, CaseIterable {
    case few = 1, some, several, many

    private static let least = [1, 3, 6, 11]
    /// The least count of each, for `map.js`.
    static var text: String { least.map(String.init).joined(separator: " ") }

    init(_ count: Int) {
        let number = Self.least.lastIndex { $0 <= count } ?? 0
        self = Self.allCases[number]
    }

    var least: Int { Self.least[rawValue - 1] }
    /// Nil for the last.
    var most: Int? { rawValue < Self.least.count ? Self.least[rawValue] - 1 : nil }
    /// Units of the drawing.
    var radius: Double { 11 + 2.5 * Double(rawValue) }
    var name: String { "count-\(rawValue)" }
}
