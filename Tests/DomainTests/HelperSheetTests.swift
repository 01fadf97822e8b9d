import Domain
import Testing

@Suite struct HelperSheetTests {
    private func cells(_ text: String) -> [[String]] { DelimitedText(Array(text.utf8)).records.map(\.cells) }

    @Test func readsWhatSpreadsheetsWrite() {
        #expect(cells("a;b\r\nc;d\r\n\r\n;\r\n") == [["a", "b"], ["c", "d"]])
        #expect(cells("a,b\n\"c, \"\"d\"\"\",e") == [["a", "b"], ["c, \"d\"", "e"]])
        #expect(cells("a\tb\nc\td") == [["a", "b"], ["c", "d"]])
        #expect(cells("a;b\n\"deux\nlignes\";c\nd;e") == [["a", "b"], ["deux lignes", "c"], ["d", "e"]])
        #expect(cells("") == [])
        #expect(cells("a;\"b") == [["a", "b"]])
    }

    @Test func readsBothEncodings() {
        let text = "prénom;nom\nZoé;Noël"
        let expected = [["prénom", "nom"], ["Zoé", "Noël"]]
        #expect(DelimitedText([0xEF, 0xBB, 0xBF] + Array(text.utf8)).records.map(\.cells) == expected)
        let windows = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(DelimitedText(windows).records.map(\.cells) == expected)
    }

    @Test func linesAreCountedAsAnEditorDoes() {
        let records = DelimitedText(Array("a;b\n\"x\ny\";1\n\n\nz;2".utf8)).records
        #expect(records.map(\.line) == [1, 2, 6])
    }

    @Test func columnsAreFoundInAnyOrderAndSpelling() throws {
        let sheet = try HelperSheet(DelimitedText(Array("E-mail;Prénom;Commentaire\na@b.fr;Zoé;rien".utf8)))
        #expect(sheet.rows == [HelperSheet.Row(line: 2, fields: ["email": "a@b.fr", "firstName": "Zoé"])])
        #expect(throws: Refusal.self) { try HelperSheet(DelimitedText(Array("Zoé;a@b.fr".utf8))) }
        #expect(throws: Refusal.self) { try HelperSheet(DelimitedText([])) }
    }

    @Test func aLineSaysEverythingThatIsWrongWithIt() throws {
        let row = HelperSheet.Row(
            line: 7, fields: ["firstName": " ", "email": "pas une adresse", "neighbourhood": "Nulle part", "categories": "courses | vol"])
        let refusal = #expect(throws: Refusal.self) { try ListedHelper(row, [], []) }
        #expect(refusal?.fields.map(\.name) == ["prenom", "email", "quartier", "categories"])
    }

    @Test func aZeroThatASpreadsheetDroppedComesBack() throws {
        let row = HelperSheet.Row(line: 2, fields: ["firstName": "Zoé", "phone": "612345678"])
        #expect(try ListedHelper(row, [], []).phone?.text == "+33612345678")
    }

    @Test(arguments: ["tk49-2hxa", " TK49 2HXA ", "TK492HXA"]) func codesAreTypedAsOneLikes(_ typed: String) {
        #expect(InvitationCode(typed)?.text == "TK49-2HXA")
    }

    @Test(arguments: ["", "TK49-2HX", "TK49-2HXO", "TK49-2HXAA"]) func whatIsNoCode(_ typed: String) {
        #expect(InvitationCode(typed) == nil)
    }
}
