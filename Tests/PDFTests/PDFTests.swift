import Foundation
import PDF
import QRCode
import Testing

@Suite struct PDFTests {
    /// `scripts/setup` installs it: without these fonts no PDF is offered.
    private func typeface() throws -> Typeface { try #require(Typeface.installed) }

    private func document(_ blocks: [PDFDocument.Block]) -> PDFDocument {
        PDFDocument(title: "Fiche d’appel", language: "fr", footer: "Clairval", blocks: blocks)
    }

    private func read(_ blocks: [PDFDocument.Block]) throws -> ReadPDF { ReadPDF(document(blocks).bytes(in: try typeface())) }

    private func elements(_ blocks: [PDFDocument.Block]) throws -> [ReadPDF.Element] {
        try #require(try read(blocks).document).all
    }

    @Test func aDocumentSaysWhatItIsInWhichLanguage() throws {
        let pdf = try read([.heading(1, "Fiche")])
        for part in ["/MarkInfo <</Marked true>>", "/DisplayDocTitle true", "/Lang (fr)"] { #expect(pdf.catalog.contains(part)) }
        #expect(pdf.text.contains("<dc:language><rdf:Bag><rdf:li>fr") && pdf.text.contains("/Tabs /S"))
        #expect(pdf.text.hasPrefix("%PDF-1.7") && pdf.text.hasSuffix("%%EOF\n"))
    }

    @Test func wordsAreRealTextInTheirOrder() throws {
        let found = try elements([
            .heading(1, "L’œuvre coûte 12 €"), .paragraph("Noël : « ça va\u{202F}? »"), .heading(2, "Zażółć gęślą jaźń"),
            .note("Ελλάδα, Київ"),
        ])
        #expect(found.map(\.role) == ["Document", "H1", "P", "H2", "P"])
        #expect(
            found.dropFirst().map(\.text).map { $0.replacing("\u{202F}", with: " ") }
                == ["L’œuvre coûte 12 €", "Noël : « ça va ? »", "Zażółć gęślą jaźń", "Ελλάδα, Київ"])
    }

    @Test func aSpaceThatDoesNotBreakIsCopiedAsOneAndASpaceAsASpace() throws {
        #expect(try elements([.paragraph("a\u{A0}b c")]).last?.text == "a\u{A0}b c")
    }

    @Test func anAccentOfItsOwnIsThatOfItsLetter() throws {
        #expect(try elements([.paragraph("He\u{301}le\u{300}ne")]).last?.text == "Hélène")
    }

    @Test func whatCannotBeDrawnIsASquareThatIsReadAloud() throws {
        let typeface = try typeface()
        for name in ["محمد", "שרה", "अमित", "王芳"] { #expect(!typeface.canSet(name), "\(name)") }
        for name in ["Łukasz", "Ngọc Ánh", "Žofie", "Ștefan", "Ólafur", "Иван", "O’Brien", "12\u{202F}345"] {
            #expect(typeface.canSet(name), "\(name)")
        }
        let pdf = try read([.paragraph("Bonjour محمد")])
        #expect(pdf.document?.all.last?.text == "Bonjour □□□□")
        #expect(pdf.attribute("ActualText", of: "P") == ["Bonjour محمد"])
    }

    @Test func aTableHasHeadingsOfColumnsAndRowsAndItsHeaderOnEachPage() throws {
        let rows = (1...80).map { [PDFDocument.Cell.bold("C\($0)"), .text("ligne \($0)"), .empty] }
        let table = PDFDocument.Table(columns: [("Code", 1), ("Demande", 3), ("Note", 2)], rows: rows)
        let pdf = try read([.heading(1, "Liste"), .table(table)])
        let found = try #require(pdf.document?.all)
        #expect(found.filter { $0.role == "TR" }.count == 81 && pdf.pages.count > 2)
        #expect(found.filter { $0.role == "TH" }.map(\.text) == ["Code", "Demande", "Note"] + (1...80).map { "C\($0)" })
        #expect(found.filter { $0.role == "TD" && !$0.text.isEmpty }.map(\.text) == (1...80).map { "ligne \($0)" })
        #expect(pdf.text.matches(of: /\/Scope \/Column/).count == 3 && pdf.text.matches(of: /\/Scope \/Row/).count == 80)
    }

    @Test func boxesAreAListAndLinesAreOnlyForTheEye() throws {
        let found = try elements([
            .boxes("Quand ?", ["Dès que possible", "Un jour précis"]), .lines(["Nom", "Prénom"]), .room("Autre", lines: 3),
        ])
        #expect(found.map(\.role) == ["Document", "P", "L", "LI", "LBody", "LI", "LBody", "P", "P", "P"])
        #expect(
            found.map(\.text).filter { !$0.isEmpty } == [
                "Quand ?", "☐\u{A0}Dès que possible", "☐\u{A0}Un jour précis", "Nom", "Prénom", "Autre",
            ])
    }

    @Test func aPictureIsDescribed() throws {
        let pdf = try read([
            .code(label: "Code", text: "K7P3G", picture: try QRCode("https://entraide.test"), description: "À scanner"),
            .heading(1, "Fiche"),
        ])
        #expect(pdf.attribute("Alt", of: "Figure") == ["À scanner"])
        #expect(pdf.document?.all.map(\.role) == ["Document", "P", "Figure", "H1"])
        #expect(pdf.document?.all[1].text == "Code K7P3G")
    }

    @Test func aLongWordAndALongTextStayOnTheSheet() throws {
        let word = String(repeating: "anticonstitutionnellement", count: 12)
        let found = try elements([.paragraph(word), .paragraph(String(repeating: "mot ", count: 3_000))])
        #expect(found.filter { $0.role == "P" }.first?.text.replacing(" ", with: "") == word)
        #expect(found.last?.text.split(separator: " ").count == 3_000)
    }

    @Test func aFileThatIsNoFontIsNone() {
        #expect(TrueTypeFont([], name: "x") == nil && TrueTypeFont([UInt8](repeating: 255, count: 4_000), name: "x") == nil)
    }

    /// Poppler reads it too, and finds nothing wrong.
    @Test func anotherReaderFindsTheSame() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        let table = PDFDocument.Table(columns: [("Code", 1), ("Demande", 3)], rows: [[.bold("K7P3G"), .text("Courses, l’été")]])
        try Data(document([.heading(1, "Journée"), .table(table)]).bytes(in: try typeface())).write(to: file)
        let (said, complaints) = try run("pdfinfo", ["-struct-text", file.path()])
        for part in ["Document", "H1 (block)", "\"Journée\"", "Table", "TH", "\"K7P3G\"", "\"Courses, l’été\""] {
            #expect(said.contains(part), "\(part) in \(said)")
        }
        #expect(complaints.isEmpty)
        let facts = try run("pdfinfo", [file.path()])
        #expect(facts.said.contains("Tagged:          yes") && facts.said.contains("Fiche d’appel") && facts.complaints.isEmpty)
    }

    private func run(_ tool: String, _ arguments: [String]) throws -> (said: String, complaints: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [tool] + arguments
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: said, as: UTF8.self), String(decoding: complaints, as: UTF8.self))
    }
}
