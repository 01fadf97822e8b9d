import Domain
import Foundation
import Testing

@Suite struct PaperCodeTests {
    private static let codes = (0..<40).map { seed in PaperCode(random: { UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 77 }) }
    private static let symbols = Array("23456789ACEGHKLMPQRTUVXYZ")

    @Test func aCodeIsReadAsPeopleTypeIt() throws {
        let code = try #require(PaperCode("K7P3G"))
        for typed in ["k7p3g", " K7 P3G ", "k7-p3-g", "K7P3G\u{A0}"] { #expect(PaperCode(typed) == code) }
        for typed in ["", "K7P3", "K7P3GG", "K7P3O", "T4K-92H", "🙂"] { #expect(PaperCode(typed) == nil) }
        #expect(Self.codes.allSatisfy { PaperCode($0.text) == $0 } && Set(Self.codes).count > 35)
    }

    @Test func oneWrongSignIsNoCode() {
        for code in Self.codes {
            let signs = Array(code.text)
            for place in signs.indices {
                for other in Self.symbols where other != signs[place] {
                    var wrong = signs
                    wrong[place] = other
                    #expect(PaperCode(String(wrong)) == nil, "\(code.text) \(String(wrong))")
                }
            }
        }
    }

    @Test func neighboursTheWrongWayRoundAreNoCode() {
        for code in Self.codes {
            let signs = Array(code.text)
            for place in signs.indices.dropLast() where signs[place] != signs[place + 1] {
                var wrong = signs
                wrong.swapAt(place, place + 1)
                #expect(PaperCode(String(wrong)) == nil, "\(code.text) \(String(wrong))")
            }
        }
    }
}

@Suite struct PaperTimeTests {
    private static let paris = TimeZone(identifier: "Europe/Paris")!
    /// 27 November 2026, 11:00 in Paris.
    private static let now = Moment(milliseconds: 1_795_773_600_000)

    private func read(_ day: String?, _ time: String?) throws(Refusal) -> Moment {
        try PaperTime.read(day: day, time: time, now: Self.now, in: Self.paris)
    }

    @Test func whatIsWrittenOnTheSheetIsWhenTheCallWasTaken() throws {
        #expect(CivilDay(Self.now, in: Self.paris).iso == "2026-11-27")
        #expect(try read(nil, " ") == Self.now)
        for typed in ["9 h 30", "9h30", "09:30", "9.30"] { #expect(try read(nil, typed) == Self.now - .minutes(90)) }
        #expect(try read("26/11/2026", "11 h") == Self.now - .days(1))
        #expect(try read("20/11/2026", "11 h") == Self.now - .days(7))
    }

    @Test func neitherTheFutureNorLongAgo() {
        for (day, time, field) in [
            ("", "11 h 01", "time"), ("28/11/2026", "9 h", "day"), ("20/11/2026", "10 h 59", "day"), ("26/11/2026", "", "time"),
            ("31/02/2026", "9 h", "day"), ("", "25 h", "time"),
        ] {
            let refusal = #expect(throws: Refusal.self) { _ = try read(day, time) }
            #expect(refusal?.fields.map(\.name) == [field], "\(day) \(time)")
        }
    }
}

@Suite struct PaperSlipTests {
    private static let now = Moment(milliseconds: 1_795_773_600_000)
    private static let person = ID<Person>(high: 1, low: 2)

    private func slip(_ request: ID<HelpRequest>? = nil) throws -> PaperSlip {
        PaperSlip(
            code: try #require(PaperCode("K7P3G")), printing: ID(high: 3, low: 4), number: 1, request: request, by: Self.person,
            now: Self.now)
    }

    @Test func nothingIsEnteredTwice() throws {
        var slip = try slip()
        let entry = PaperSlip.Entry(at: Self.now, by: Self.person)
        try slip.enter(entry)
        let refusal = #expect(throws: Refusal.self) { try slip.enter(entry) }
        #expect(refusal?.key == "refusal.paperEntered" && slip.entry == entry)
    }

    @Test func blankSheetsWaitLongerThanRows() throws {
        let (sheet, row) = (try slip(), try slip(ID(high: 5, low: 6)))
        #expect(sheet.isIntake && !row.isIntake && sheet.expiresAt > row.expiresAt && row.expiresAt == Self.now + PaperSlip.rowLife)
    }

    @Test func copiesAreCounted() throws {
        #expect(try PaperSlip.copies(" 50 ") == 50)
        for typed in [nil, "", "0", "51", "-1", "dix"] {
            let refusal = #expect(throws: Refusal.self) { _ = try PaperSlip.copies(typed) }
            #expect(refusal?.fields.map(\.name) == ["copies"])
        }
    }

    @Test func aDigitMeansTheSameOnEachRowOfItsKind() throws {
        for offered in [PaperResult.ofRequests, PaperResult.ofCalls] {
            #expect(offered.map(\.number) == Array(1...offered.count))
            for one in offered {
                #expect(PaperResult("\(one.number)", among: offered) == one && PaperResult(one.rawValue, among: offered) == one)
            }
            #expect(PaperResult("9", among: offered) == nil && PaperResult(nil, among: offered) == nil)
        }
        // What is not offered keeps its number from meaning something else.
        #expect(PaperResult("1", among: [.leftMessage, .noAnswer]) == nil)
        for one in PaperResult.ofRequests where one != .postponed { _ = try #require(one.outcome).read() }
        #expect(PaperResult.postponed.outcome == nil && PaperResult.ofCalls.allSatisfy { $0.ringBack != nil && $0.outcome == nil })
    }
}

@Suite struct GSMTextTests {
    @Test func frenchIsWrittenAsAnSMSCan() {
        let french = GSMText("Prêt d’un œuf à Noël : ça\u{A0}va… «oui», Łódź").text
        #expect(french == "Pret d'un oeuf à Noel : ca va... \"oui\", Lodz")
        #expect(GSMText("é è à ù ä ö ñ ü £ €").text == "é è à ù ä ö ñ ü £ €" && GSMText("é€").count == 3)
        #expect(GSMText("محمد 🙂").text.allSatisfy { "? ".contains($0) })
    }

    @Test func theFullestThatFitsIsTaken() {
        let long = String(repeating: "a", count: 161)
        #expect(GSMText.first(of: [long, "court"]).text == "court")
        #expect(GSMText.first(of: [long, long + "€"]).count == 160 && GSMText.first(of: []).text.isEmpty)
        #expect(GSMText.first(of: [String(repeating: "€", count: 81)]).fits)
    }
}
