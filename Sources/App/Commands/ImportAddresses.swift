import ArgumentParser
import Database
import Domain
import Foundation
import Synchronization
import UseCases

struct ImportAddresses: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "addresses", abstract: "Bring in a town's address base: a BAN or BAL file (CSV).",
        discussion: """
            The base in use stays until the new one is complete. Cut short, the same command goes on where it stopped; the same file \
            again changes nothing. Refused lines are written to a file beside the input.
            """)

    @Argument(help: "CSV file, not compressed: columns of the BAN, or of a BAL 1.1 to 1.5.") var file: String
    @Option(help: "Slug of the town, or of the métropole for all its communes.") var town: String

    func run() async throws {
        let composition = try Composition(Settings.read())
        try await composition.prepare()
        let facts = try composition.town(town)
        let source = try AddressSource(file)
        let refusals = RefusedLines(beside: file, words: CommandWords(composition.house))
        let bar = ProgressBar(total: source.file.size)
        let report = try await composition.saying {
            try await AddressImport(composition.house).run(
                source.file, into: facts.town, .init(progress: { bar.show($0, rows: $1) }, refused: { try refusals.add($0, $1) }))
        }
        bar.end()
        print(Self.line(report, facts.town))
        if report.homes == 0, !report.wasKnown { print("note: none of these addresses lies in \(facts.town.name); is it the right file?") }
        if report.refused > 0, !report.wasKnown { print(refusals.summary(report.refused)) }
        await composition.database.close()
    }

    private static func line(_ report: AddressImport.Report, _ town: Town) -> String {
        if report.wasKnown { return "\(town.name): this file is in already (\(report.accepted) addresses); nothing changed" }
        let resumed = report.resumedAt.map { " (went on at line \($0))" } ?? ""
        return
            "\(town.name): \(report.accepted) addresses in\(resumed), \(report.refused) lines refused, \(report.cells) new cells of homes"
    }
}

/// The file as the import reads it.
private struct AddressSource {
    let file: AddressImport.File

    init(_ path: String) throws {
        // A folder opens too, and only reading it fails.
        guard let handle = FileHandle(forReadingAtPath: path), let size = try? handle.seekToEnd(), case let reading = FileReading(handle),
            let digest = try? reading.digest()
        else { throw Settings.Problem(description: "\(path): this file cannot be read") }
        file = AddressImport.File(size: Int(size), digest: digest) { try reading.bytes(from: $0, $1) }
    }
}

/// One reader at a time.
private final class FileReading: Sendable {
    private let handle: Mutex<FileHandle>

    init(_ handle: sending FileHandle) { self.handle = Mutex(handle) }

    func bytes(from offset: Int, _ count: Int) throws -> [UInt8] {
        try handle.withLock { handle in
            try handle.seek(toOffset: UInt64(offset))
            return [UInt8](try handle.read(upToCount: count) ?? Data())
        }
    }

    func digest() throws -> [UInt8] {
        var offset = 0
        return try AddressImport.digest {
            let piece = try bytes(from: offset, 1 << 20)
            offset += piece.count
            return piece
        }
    }
}
