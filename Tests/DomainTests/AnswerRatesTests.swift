import Domain
import Testing

@Suite struct AnswerRatesTests {
    private let shopping: ID<Domain.Category> = testID(1)
    private let talking: ID<Domain.Category> = testID(2)

    private func cell(_ category: ID<Domain.Category>, _ part: AnswerRates.DayPart = .morning, _ band: Int = 0) -> AnswerRates.Cell {
        .init(category: category, part: part, band: band)
    }

    @Test func aNewTownGoesByWhatIsKnownOfOthers() {
        let rates = AnswerRates()
        #expect(rates.chance(cell(shopping)) == AnswerRates.prior)
        #expect(rates.average == AnswerRates.prior && rates.measured == 0)
    }

    @Test func aHandfulOfAnswersSaysLittleAndAThousandSayAll() {
        let few = AnswerRates([cell(shopping): .init(asked: 2, yes: 2)])
        #expect(few.chance(cell(shopping)) < 0.45 && few.chance(cell(shopping)) > AnswerRates.prior)
        let many = AnswerRates([cell(shopping): .init(asked: 10_000, yes: 5_000)])
        #expect(abs(many.chance(cell(shopping)) - 0.5) < 0.01)
    }

    @Test func whatWasNeverAskedGoesByItsCategoryAndThatByItsTown() {
        let rates = AnswerRates([
            cell(shopping): .init(asked: 400, yes: 200), cell(shopping, .evening): .init(asked: 400, yes: 40),
        ])
        #expect(rates.chance(cell(shopping, .morning, 3)) == rates.chance(shopping))
        #expect(rates.chance(cell(talking)) == rates.average)
        #expect(rates.chance(cell(shopping)) > rates.chance(shopping))
        #expect(rates.chance(cell(shopping, .evening)) < rates.chance(shopping))
    }

    /// Never sure, never hopeless, and between what was measured and what it leans on.
    @Test func everyChanceIsAChance() {
        for asked in [0, 1, 7, 400, 100_000] {
            for yes in Set([0, asked / 3, asked]) {
                let chance = AnswerRates([cell(shopping): .init(asked: asked, yes: yes)]).chance(cell(shopping))
                #expect(chance > 0 && chance < 1)
                let measured = asked == 0 ? AnswerRates.prior : Double(yes) / Double(asked)
                #expect(chance >= min(measured, AnswerRates.prior) - 1e-12 && chance <= max(measured, AnswerRates.prior) + 1e-12)
            }
        }
    }

    @Test func farIsFarAndTheDayHasThreeParts() {
        #expect(cell(shopping, .morning, .max).band == 3 && cell(shopping, .morning, 5) == cell(shopping, .morning, 3))
        #expect((0...23).map { AnswerRates.DayPart(hour: $0) }.split(separator: .afternoon).count == 2)
    }
}
