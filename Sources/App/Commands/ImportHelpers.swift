import ArgumentParser
import Database
import Domain
import Foundation
import UseCases

struct ImportHelpers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "helpers", abstract: "Invite a town's volunteers: by e-mail, or by printable letters written beside the file.",
        discussion: "Columns: prenom;nom;email;telephone;quartier;categories (a semicolon or a comma, UTF-8 or Windows-1252).")

    @Argument(help: "CSV file whose first line names the columns.") var file: String
    @Option(help: "Slug of the town.") var town: String

    func run() async throws {
        let composition = try Composition(Settings.read())
        try await composition.prepare()
        let facts = try composition.town(town)
        let bytes = try InputFile.bytes(file)
        let letters = Self.lettersFile(beside: file)
        let report = try await composition.saying {
            try await HelperImport(composition.house).run(bytes, into: facts) { html in
                try Data(html.utf8).write(to: letters, options: .withoutOverwriting)
            }
        }
        print("\(facts.town.name): \(report.mailed) invited by e-mail, \(report.letters) by letter, \(report.unchanged) known already")
        if report.letters > 0 { print("letters to print: \(letters.path())") }
        await composition.database.close()
        guard !report.refused.isEmpty else { return }
        let words = CommandWords(composition.house)
        let lines = report.refused.map { refused in
            words.problem(refused.refusal).description.split(separator: "\n").map { "line \(refused.line): \($0)" }.joined(separator: "\n")
        }
        let count = report.refused.count
        throw Settings.Problem(
            description: (["\(count) \(count == 1 ? "line was" : "lines were") refused:"] + lines).joined(separator: "\n"))
    }

    /// `volontaires-lettres.html` beside `volontaires.csv`; a number more when earlier letters lie there.
    private static func lettersFile(beside file: String) -> URL {
        let table = URL(filePath: file).deletingPathExtension()
        let folder = table.deletingLastPathComponent()
        let names = ["\(table.lastPathComponent)-lettres.html"] + (2...999).map { "\(table.lastPathComponent)-lettres-\($0).html" }
        let free = names.first { !FileManager.default.fileExists(atPath: folder.appending(path: $0).path()) }
        return folder.appending(path: free ?? names[0])
    }
}
