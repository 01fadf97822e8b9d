import Testing
@testable import Domain

@Suite struct QuartierDemandTests {
    private let now = Moment(milliseconds: 1_795_251_600_000)
    private let place = ID<Neighbourhood>(high: 1, low: 1)

    private func quartier(last days: Int?, helpers: Int = 0, elders: Int = 0, at place: ID<Neighbourhood>?) -> QuartierDemand {
        QuartierDemand(
            neighbourhood: place, lastAskedAt: days.map { now - .days($0) }, helpers: helpers, elders: elders, rows: [])
    }

    @Test func aQuartierIsSilentWhereSomebodyLivesWhoDoesNotAsk() {
        #expect(quartier(last: 29, helpers: 1, at: place).isSilent(4, at: now))
        #expect(!quartier(last: 28, helpers: 1, at: place).isSilent(4, at: now))
        #expect(quartier(last: nil, elders: 1, at: place).isSilent(4, at: now))
        #expect(!quartier(last: nil, at: place).isSilent(4, at: now), "nobody is known to live there")
        #expect(!quartier(last: nil, helpers: 9, at: nil).isSilent(4, at: now), "no place is no quartier")
        let settings = CapacitySettings()
        #expect(quartier(last: nil, elders: 1, at: place).actions(settings, at: now) == [.poster, .referral])
        #expect(quartier(last: 1, elders: 1, at: place).actions(settings, at: now).isEmpty)
    }

    @Test func theFiguresSayWhatToDo() {
        func row(asked: Int = 0, unmet: Int = 0, slow: Int = 0, reserve: Int = 0, load: Double = 0) -> [DemandAction] {
            DemandRow(category: ID(high: 2, low: 2), asked: asked, unmet: unmet, slow: slow, reserve: reserve, load: load).actions(
                limit: 100)
        }
        #expect(row(reserve: 5) == [.letter] && row(reserve: 4).isEmpty && row(asked: 1, reserve: 9).isEmpty)
        #expect(row(asked: 3, unmet: 1) == [.load] && row(asked: 3, slow: 1) == [.load] && row(asked: 3, load: 1.01) == [.load])
        #expect(row(asked: 3, load: 1).isEmpty)
    }

    @Test func theFiguresOfTheCensusAreNumbersOrNothing() throws {
        let quartier = Neighbourhood(id: place, slug: "les-tilleuls", name: "Les Tilleuls", anchor: nil, position: 0)
        func read(_ typed: String) throws(Refusal) -> [ID<Neighbourhood>: Int?] {
            try EldersForm(["elders-les-tilleuls": typed]).read([quartier])
        }
        #expect(try read(" 140 ") == [place: Int?.some(140)])
        #expect(try read("") == [place: Int?.none])
        #expect(throws: Refusal.self) { try read("beaucoup") }
    }
}
