import Database
import Domain
import Foundation
import TestSupport
import Testing
import UseCases

/// A copied database file alone reveals no contact (E-2): the bytes themselves are searched.
@Suite struct CopiedDatabaseTests {
    @Test(arguments: Engine.all) func noContactStandsInTheBytes(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await FullTown(test).fill()
        let traces = Traces(in: try await bytes(test.house.database))
        #expect(traces.spellings(of: "Clairval").contains("utf-8"), "what is public is found, so the search works")
        #expect(traces.spellings(of: "les-tilleuls").contains("utf-8"))
        for secret in FullTown.secrets + ["karim@clairval.test", "Rahmani"] {
            #expect(traces.spellings(of: secret).isEmpty, "\(secret)")
        }
    }

    @Test func everySpellingIsRecognised() {
        let word = "Zéphyrine"
        let text = Array(word.utf8)
        for lead in 0..<3 {
            let base64 = Data([UInt8](repeating: 7, count: lead) + text + [1, 2]).base64EncodedString()
            #expect(Traces(in: Array(base64.utf8)).spellings(of: word) == ["base64"], "after \(lead) bytes")
        }
        #expect(Traces(in: Array(text.map { String(format: "%02X", $0) }.joined().utf8)).spellings(of: word) == ["hex"])
        #expect(Traces(in: word.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }).spellings(of: word) == ["utf-16"])
        #expect(Traces(in: Array("…ZÉPHYRINE…".utf8)).spellings(of: word) == ["utf-8"])
        #expect(Traces(in: Array("Zephyr".utf8)).spellings(of: word).isEmpty)
    }

    /// The file and its log; or a dump.
    private func bytes(_ database: any Database) async throws -> [UInt8] {
        guard database.dialect == .postgres else {
            let path: String? = try await database.read { try $0.value("SELECT file FROM pragma_database_list WHERE name = 'main'") }
            let files = ["", "-wal"].map { (path ?? "") + $0 }
            return files.flatMap { FileManager.default.contents(atPath: $0) ?? Data() }
        }
        let schema: String? = try await database.read { try $0.value("SELECT current_schema()") }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["pg_dump", "--schema", schema ?? "", Engine.postgresURL ?? ""]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let dump = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return [UInt8](dump)
    }
}

/// Looks for words in bytes, however they may have been written.
private struct Traces {
    private let bytes: Data
    /// ASCII letters small, for what does not mind the case.
    private let small: Data

    init(in bytes: [UInt8]) {
        self.bytes = Data(bytes)
        small = Data(bytes.map { (65...90).contains($0) ? $0 | 32 : $0 })
    }

    func spellings(of word: String) -> [String] {
        let forms = [word, word.lowercased(), word.uppercased(), word.folding(options: .diacriticInsensitive, locale: nil).lowercased()]
        var found: [String] = []
        if forms.contains(where: { bytes.range(of: Data($0.utf8)) != nil }) { found.append("utf-8") }
        if forms.contains(where: { has64(Array($0.utf8)) }) { found.append("base64") }
        if forms.contains(where: { small.range(of: Data($0.utf8.map { String(format: "%02x", $0) }.joined().utf8)) != nil }) {
            found.append("hex")
        }
        if forms.contains(where: { has16($0) }) { found.append("utf-16") }
        return found
    }

    /// At each of the three places that a word may take in base64, without the digits that its neighbours share.
    private func has64(_ text: [UInt8]) -> Bool {
        (0..<3).contains { lead in
            let whole = (lead + text.count) / 3 * 3
            let coded = Data([UInt8](repeating: 0, count: lead) + text.prefix(whole - lead)).base64EncodedString()
            let own = String(coded.dropFirst(lead == 0 ? 0 : 4))
            let inAddresses = own.replacing("+", with: "-").replacing("/", with: "_")
            return bytes.range(of: Data(own.utf8)) != nil || bytes.range(of: Data(inAddresses.utf8)) != nil
        }
    }

    private func has16(_ text: String) -> Bool {
        let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        return bytes.range(of: Data(little)) != nil || bytes.range(of: Data(big)) != nil
    }
}
