import Domain
import Foundation
import Testing

@Suite struct OfferFormTests {
    private static let choices = OfferForm.Choices(
        categories: [
            Category(
                id: ID(high: 0, low: 1), key: "groceries", labels: [:], icon: "basket", mode: .inPerson, tier: .doorstep, position: 0),
            Category(
                id: ID(high: 0, low: 2), key: "old", labels: [:], icon: "x", mode: .either, tier: .remote, position: 1, isActive: false),
        ],
        neighbourhoods: [Neighbourhood(id: ID(high: 0, low: 3), slug: "la-gare", name: "La Gare")],
        now: Moment(milliseconds: 1_795_251_600_000), zone: .paris, needsBirthYear: true)

    private static let whole = OfferForm([
        "category": "groceries", "days": "some", "weekday": "1,4", "part": "evening", "reach": "near", "neighbourhood": "la-gare",
        "birthYear": "1984",
    ])

    @Test func fourPagesAreEnough() throws {
        let offer = try Self.whole.read(Self.choices)
        #expect(offer.categories.map(\.key) == ["groceries"])
        #expect(offer.time == FreeTime(weekdays: [1, 4], part: .evening))
        #expect(offer.neighbourhood == ID(high: 0, low: 3))
        #expect(Self.whole.firstOpenStep(Self.choices) == .check)
        #expect(OfferForm().firstOpenStep(Self.choices) == .what)
    }

    @Test(arguments: [
        ("category", "old", "refusal.offerCategory"), ("weekday", "9", "refusal.offerDays"), ("days", "", "refusal.offerDays"),
        ("part", "noon", "refusal.offerPart"), ("reach", "moon", "refusal.offerReach"),
        ("neighbourhood", "nulle-part", "refusal.neighbourhood"), ("birthYear", "2011", "refusal.tooYoung"),
        ("birthYear", "", "refusal.birthYear"), ("details", String(repeating: "x", count: 301), "refusal.tooLong"),
    ])
    func whatIsWrongIsSaidBesideItsField(_ field: String, _ value: String, _ key: String) {
        var form = Self.whole
        form[field] = value
        let refusal = #expect(throws: Refusal.self) { try form.read(Self.choices) }
        #expect(refusal?.fields.map(\.key) == [key])
    }

    @Test func fromAfarNeedsNoQuartier() throws {
        var form = Self.whole
        form["reach"] = "remote"
        form["neighbourhood"] = ""
        #expect(try form.read(Self.choices).neighbourhood == nil)
    }

    @Test func newWordsArePrivateUntilRead() {
        var offer = Offer(
            id: ID(high: 0, low: 1), person: ID(high: 0, low: 1), category: ID(high: 0, low: 1), neighbourhood: nil, details: "Le soir",
            createdAt: Moment(milliseconds: 0))
        offer.review = .approved
        offer.publicText = "Le soir"
        offer.rewrite("Le soir", in: Self.choices.categories[0], TownSettings())
        #expect(offer.review == .approved)
        offer.rewrite("Le matin", in: Self.choices.categories[0], TownSettings())
        #expect(offer.review == .unread && offer.publicText == nil)
    }
}
