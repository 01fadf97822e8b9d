import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct FiguresTests {
    @Test(arguments: Engine.all) func countsWhatWasServedAndHowSoon(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for number in 0..<4 {
            let created = try await Requests(test.house).ask(
                AskingTests.form, in: test.town, by: .visitor, language: "fr", door: .web)
            var request = created.request
            switch number {
            case 0, 1:
                request.status = .closed
                request.matchedAt = request.createdAt + .hours(number + 1)
                request.outcome = number == 0 ? .helped : .notHelped
            case 2: request.status = .cancelled
            default: break
            }
            let changed = request
            try await test.house.write(test.town.town) { try HelpRequests($0).save(changed, mayBePublic: true) }
        }
        let figures = try await Figures(test.house).ofTown(test.town.town)
        // The one withdrawn before anybody was asked does not count.
        #expect(figures.requests == 3)
        #expect(figures.served == 1)
        #expect(figures.shareServed == 33)
        #expect(figures.medianTimeToYes == .hours(2))
        #expect(figures.weeks.last?.requests == 3)
        #expect(try await Figures(test.house).ofTown(test.elsewhere.town).requests == 0)
    }

    @Test(arguments: Engine.all) func decisionsAboutTextsAreCountedByYear(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        #expect(try await Figures(test.house).ofTown(test.town.town).moderation.isEmpty)
        _ = try await test.refusedRequest(of: test.cast.karim)
        try await test.makeHelper(test.cast.karim)
        try await test.report(.offer(try await test.offer(of: test.cast.karim), Actor(person: test.cast.lucie.id)))
        let year = try #require(try await Figures(test.house).ofTown(test.town.town).moderation.first)
        #expect(year.year == CivilDay(test.clock.now, in: test.town.town.timeZone).year)
        #expect((year.decided, year.refused, year.appeals) == (1, 1, 0))
        #expect((year.reports, year.stops) == (1, 1))
        #expect(year.medianTime == .zero)
        test.clock.move(.days(366))
        let years = try await Figures(test.house).ofTown(test.town.town).moderation
        #expect(years.map(\.decided) == [0, 1] && years.map(\.reports) == [0, 1])
        #expect(years.first?.medianTime == nil)
        #expect(try await Figures(test.house).ofTown(test.elsewhere.town).moderation.isEmpty)
    }
}
