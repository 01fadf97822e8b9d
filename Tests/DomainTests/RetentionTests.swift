import Domain
import Foundation
import Testing

@Suite struct RetentionTests {
    @Test(arguments: [
        ("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-10-31", 1, "2026-11-30"), ("2026-12-15", 1, "2027-01-15"),
        ("2027-03-31", -1, "2027-02-28"), ("2026-11-26", -24, "2024-11-26"), ("2026-12-31", 2, "2027-02-28"),
    ])
    func aMonthEndsWithTheMonth(_ from: String, _ months: Int, _ to: String) throws {
        #expect(try #require(CivilDay(from)).adding(months: months).iso == to)
    }

    @Test func aChangeOfClocksMovesNoHour() throws {
        let before = try #require(CivilDay("2026-10-10")).midnight(in: .paris) + .hours(9)
        let after = try #require(CivilDay("2026-11-10")).midnight(in: .paris) + .hours(9)
        #expect(before.adding(months: 1, in: .paris) == after)
    }

    @Test func aTownChoosesWithinTheBounds() throws {
        let rule = try #require(RetentionRule.of(.messages))
        var town = Town(id: 1, slug: "clairval", name: "Clairval", createdAt: Moment(milliseconds: 0))
        #expect(rule.term(in: town) == .months(6))
        town.settings.privacy.retention["messages"] = RetentionChoice(term: .months(12), approval: "visa 12")
        #expect(rule.term(in: town) == .months(12) && rule.approval(in: town) == "visa 12")
        for outside in [RetentionTerm.months(13), .days(0), .months(-1)] {
            town.settings.privacy.retention["messages"] = RetentionChoice(term: outside)
            #expect(rule.term(in: town) == .months(6))
        }
    }

    @Test func everySubjectHasOneRuleWithinItsOwnBounds() {
        #expect(RetentionRule.all.map(\.subject) == RetentionRule.Subject.allCases)
        #expect(RetentionRule.all.allSatisfy { $0.allows($0.term) })
    }
}
