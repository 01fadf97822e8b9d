import Foundation
import Localization
import Testing

/// Localizers on the house's own catalogue, and moments written as the clock of Paris shows them.
enum Speech {
    static let localesFolder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Locales").path

    static func french(_ zone: Zone = .paris) throws -> Localizer {
        Localizer(language: .fr, catalogue: try Catalogue(folder: localesFolder), timeZone: zone)
    }

    static func english() throws -> Localizer {
        Localizer(language: .en, catalogue: try Catalogue(folder: localesFolder))
    }
}

/// "2026-11-21 14:30" in Paris, as milliseconds since 1970.
func paris(_ text: String) throws -> Int64 {
    let parts = text.split { $0 == " " || $0 == ":" }
    let date = try #require(CivilDate(iso: String(parts[0])))
    return Zone.paris.milliseconds(date, hour: try #require(Int(parts[1])), minute: try #require(Int(parts[2])))
}

/// No-break spaces as plain ones, where a test is about words.
func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "\u{A0}", with: " ").replacingOccurrences(of: "\u{202F}", with: " ")
}

/// A folder of its own for each test, removed afterwards.
func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("localization-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
    try body(folder.path)
}
