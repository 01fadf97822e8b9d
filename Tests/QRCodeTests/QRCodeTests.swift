import Testing
@testable import QRCode

@Suite struct QRCodeTests {
    /// ISO/IEC 18004, Annex I: the codewords of « 01234567 » at 1-M, and their correction.
    @Test func theCorrectionIsTheStandards() {
        let data: [UInt8] = [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11]
        let correction: [UInt8] = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55]
        #expect(ReedSolomon.correction(of: data, count: 10) == correction)
    }

    /// Annex C: level M with mask 5. Annex D: version 7.
    @Test func formatAndVersionAreTheStandards() {
        #expect(Grid.format(0b101) == 0b100_0000_1100_1110)
        #expect(Grid.versionBits(7) == 0b00_0111_1100_1001_0100)
    }

    /// Table 1 and Annex E.
    @Test func sizesAndAlignmentsAreTheStandards() {
        #expect(Version.all.prefix(10).map(\.codewords) == [26, 44, 70, 100, 134, 172, 196, 242, 292, 346])
        #expect(Version.all.suffix(2).map(\.codewords) == [991, 1_085])
        let alignments = [1: [], 2: [6, 18], 7: [6, 22, 38], 14: [6, 26, 46, 66], 16: [6, 26, 50, 74], 20: [6, 34, 62, 90]]
        for (number, places) in alignments { #expect(Version(number: number).alignments == places, "\(number)") }
        #expect(Version(number: 1).holds(14) && !Version(number: 1).holds(15))
        #expect(Version(number: 10).holds(213) && !Version(number: 10).holds(214))
    }

    /// Read back by another road: the corners, the clock of dark and light, the format beside the corner.
    @Test(arguments: [1, 14, 15, 60, 120, 300, 666]) func patternsStandWhereReadersLook(_ length: Int) throws {
        let code = try QRCode(String(repeating: "é", count: length / 2) + (length % 2 == 1 ? "a" : ""))
        let side = code.side
        for (row, column) in [(0, 0), (0, side - 7), (side - 7, 0)] {
            for step in 0..<7 { #expect(code[row, column + step] && code[row + step, column] && code[row + 6, column + step]) }
            #expect(!code[row + 1, column + 1] && code[row + 3, column + 3])
        }
        for index in 8..<(side - 8) { #expect(code[6, index] == (index % 2 == 0) && code[index, 6] == (index % 2 == 0)) }
        #expect(code[side - 8, 8])
        let format = (0...5).reduce(0) { $0 | (code[$1, 8] ? 1 << $1 : 0) }
        #expect((0...7).contains { Grid.format($0) & 0b11_1111 == format })
        #expect(code.path.hasPrefix("M4 4h7v1h-7z"))
    }

    @Test func whatIsTooLongIsRefused() {
        #expect(throws: QRCode.Failure.tooLong) { try QRCode(String(repeating: "a", count: 667)) }
    }
}
