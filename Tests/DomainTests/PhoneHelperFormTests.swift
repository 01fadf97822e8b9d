import Domain
import Foundation
import Testing

@Suite struct PhoneHelperFormTests {
    private static let form = [
        "firstName": "Yvette", "phone": "06 11 22 33 44", "takes-groceries": "yes", "birthYear": "1954", "notice": "yes", "charter": "yes",
    ]

    private func read(_ changes: [String: String]) throws -> PhoneHelperForm.NewHelper {
        let category = Domain.Category(
            id: testID(10), key: "groceries", labels: [:], icon: "basket", mode: .inPerson, tier: .doorstep, position: 0)
        let choices = PhoneHelperForm.Choices(
            categories: [category], neighbourhoods: [], now: Moment(milliseconds: 1_795_251_600_000), zone: .paris)
        return try PhoneHelperForm(Self.form.merging(changes) { $1 }).read(choices)
    }

    @Test func itHoldsTogether() throws {
        let helper = try read([:])
        #expect(helper.firstName == "Yvette" && helper.categories == [testID(10)] && !helper.isMinor)
        #expect(try read(["birthYear": "2009"]).isMinor)
    }

    @Test(arguments: ["firstName", "phone", "birthYear", "notice", "charter"]) func eachPartIsNeeded(_ name: String) {
        let refusal = #expect(throws: Refusal.self) { try read([name: ""]) }
        #expect(refusal?.fields.map(\.name) == [name])
    }

    @Test func oneKindOfHelpAtLeast() {
        let refusal = #expect(throws: Refusal.self) { try read(["takes-groceries": ""]) }
        #expect(refusal?.fields.map(\.name) == ["takes"])
    }
}
