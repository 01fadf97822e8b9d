import Domain
import Localization
import Persistence
import Secrets

/// Brings a town's volunteers in from a table: each is invited and asked for nothing before a yes. Twice is as good as once.
public struct HelperImport: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Report: Sendable {
        public struct Refused: Sendable {
            public var line: Int
            public var refusal: Refusal
        }

        /// Invited by mail.
        public var mailed = 0
        /// Invited by a printed letter.
        public var letters = 0
        /// Known already: a helper, or invited and not answered yet.
        public var unchanged = 0
        public var refused: [Refused] = []
    }

    /// - Parameters:
    ///   - file: the bytes of the table.
    ///   - keep: stores the printable letters (HTML) before anything is final; when it throws, nothing was done.
    /// - Throws: `Refusal` when the table cannot be read at all; lines that are refused stand in the report.
    public func run(
        _ file: [UInt8], into facts: TownFacts, keep: @escaping @Sendable (String) throws -> Void
    ) async throws -> Report {
        let sheet = try HelperSheet(DelimitedText(file))
        let (listed, refused) = read(sheet, facts)
        return try await house.write(facts.town) { [house] scope in
            let record = HelperImportRecord(house: house, facts: facts)
            var report = Report(refused: refused)
            var letters: [HelperLetter] = []
            for helper in listed {
                switch try record.write(helper, in: scope) {
                case .known: report.unchanged += 1
                case .mailed: report.mailed += 1
                case .letter(let letter): letters.append(letter)
                }
            }
            report.letters = letters.count
            if !letters.isEmpty { try keep(HelperLetterSheet(house: house, facts: facts, letters: letters).html) }
            return report
        }
    }

    private func read(_ sheet: HelperSheet, _ facts: TownFacts) -> ([ListedHelper], [Report.Refused]) {
        var (listed, refused): ([ListedHelper], [Report.Refused]) = ([], [])
        var seen: Set<String> = []
        for row in sheet.rows {
            do throws(Refusal) {
                let helper = try ListedHelper(row, facts.categories, facts.neighbourhoods)
                let contact = helper.email?.normalised ?? helper.phone?.text ?? ""
                guard seen.insert("\(Slug.of(helper.firstName)) \(contact)").inserted else {
                    throw Refusal.invalid("prenom", "refusal.sheetTwice")
                }
                listed.append(helper)
            } catch {
                refused.append(Report.Refused(line: row.line, refusal: error))
            }
        }
        return (listed, refused)
    }
}
