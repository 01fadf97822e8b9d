import Domain
import Testing

@Suite struct TextAppealTests {
    private static let start = Moment(milliseconds: 1_795_251_600_000)
    private static func id(_ number: UInt64) -> ID<Person> { ID(high: 0, low: number) }

    private func decision(_ decision: TextDecision = .refuse(.paid)) -> DecidedText {
        let text = PendingText(
            kind: .request, subject: [1], category: ID(high: 0, low: 1), neighbourhood: nil, text: "Vingt euros", since: Self.start)
        return DecidedText(id: ID(high: 0, low: 1), of: text, decision, words: "Désolée", by: Self.id(1), at: Self.start)
    }

    @Test func oneAppealPerDecisionAndInTime() throws {
        var first = decision()
        try first.appeal("C’est un don", at: first.appealableUntil - .days(1))
        #expect(throws: Refusal(.conflict, "refusal.appealDone")) { try first.appeal("Encore", at: Self.start) }
        var late = decision()
        #expect(throws: Refusal(.conflict, "refusal.appealLate")) { try late.appeal("Trop tard", at: late.appealableUntil) }
        var published = decision(.publish)
        #expect(throws: Refusal.notFound) { try published.appeal("Bravo", at: Self.start) }
        #expect(published.words == nil && !published.isAgainstAuthor)
    }

    @Test func anOverturnedDecisionPublishesTheWordsAsWritten() throws {
        var refused = decision()
        try refused.appeal("C’est un don", at: Self.start)
        var upheld = refused
        upheld.answerAppeal(.upheld, "Il y a un prix", by: Self.id(2), at: Self.start)
        #expect(upheld.publicText == nil && upheld.isAgainstAuthor)
        refused.answerAppeal(.overturned, "En effet", by: Self.id(2), at: Self.start)
        #expect(refused.publicText == "Vingt euros" && !refused.isAgainstAuthor)
    }

    @Test(
        arguments: [
            ([1, 2], [3], [2]), ([1], [3], [3]), ([1], [1, 3], [3]), ([1], [1], []), ([], [], []), ([2, 4], [1], [2, 4]),
        ] as [([UInt64], [UInt64], [UInt64])])
    func nobodyReadsAnAppealAgainstThemselves(_ moderators: [UInt64], _ administrators: [UInt64], _ readers: [UInt64]) {
        let staff = AppealReaders(moderators: moderators.map(Self.id), administrators: administrators.map(Self.id))
        #expect(staff.readers(of: decision()) == readers.map(Self.id))
        #expect(!staff.mayRead(decision(), Self.id(1)) && !staff.mayRead(decision(), nil))
    }

    @Test func aTextIsPublicAtOnceOnlyWhereNobodyReadsFirst() {
        var category = Category(id: ID(high: 0, low: 1), key: "k", labels: [:], icon: "heart", mode: .either, tier: .remote, position: 0)
        var settings = TownSettings()
        #expect(Publication.start(of: "Mot", in: category, settings).review == .unread)
        settings.reviewsTexts = false
        #expect(Publication.start(of: "Mot", in: category, settings) == Publication(review: .approved, publicText: "Mot"))
        for held in ["Vingt euros de l’heure", "Appelez le 06 39 98 00 11", "J’ai un cancer"] {
            #expect(Publication.start(of: held, in: category, settings).review == .unread, "\(held)")
        }
        #expect(Publication.start(of: nil, in: category, settings) == .nothing)
        category.reviewsTexts = true
        #expect(Publication.start(of: "Mot", in: category, settings) == .nothing)
    }
}
