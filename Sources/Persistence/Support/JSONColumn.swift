import Database
import Foundation

/// Opaque JSON in a text column: nothing inside is ever queried.
enum JSONColumn {
    static func write(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// What an older version wrote: what it did not know of keeps its default.
    static func read<T: Codable>(_ text: String, over defaults: T) throws -> T {
        let known = try JSONSerialization.jsonObject(with: Data(try write(defaults).utf8))
        guard let stored = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else { return try read(text) }
        let whole = try JSONSerialization.data(withJSONObject: laid(stored, over: known))
        return try read(String(decoding: whole, as: UTF8.self))
    }

    private static func laid(_ stored: Any, over known: Any) -> Any {
        guard let stored = stored as? [String: Any], let known = known as? [String: Any] else { return stored }
        return known.merging(stored) { laid($1, over: $0) }
    }

    static func read<T: Decodable>(_ text: String) throws -> T {
        do {
            return try JSONDecoder().decode(T.self, from: Data(text.utf8))
        } catch {
            throw DatabaseError(.unexpectedValue, "a JSON column does not hold \(T.self)")
        }
    }
}
