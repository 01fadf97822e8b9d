import Domain
import Testing

@Suite struct AgeGroupTests {
    private let now = Moment(milliseconds: 1_795_251_600_000)  // 21 November 2026

    @Test(arguments: [(2011, AgeGroup.tooYoung), (2010, .minor), (2009, .minor), (2008, .adult), (1944, .adult)])
    func countsTheAgeReachedThisYear(_ year: Int, _ group: AgeGroup) {
        #expect(AgeGroup(birthYear: year, now: now, in: .paris) == group)
    }

    @Test(arguments: ["", "85", "1885", "2027", "abcd", "-999", "01985", "2011"])
    func refusesWhatIsNoHelpersYear(_ typed: String) {
        var reader = FormReader()
        #expect(reader.helperBirthYear("birthYear", typed, now: now, in: .paris) == nil)
        #expect(reader.refusals.map(\.key) == [typed == "2011" ? "refusal.tooYoung" : "refusal.birthYear"])
    }
}
