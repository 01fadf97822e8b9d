import Domain
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct PublicNeedsTests {
    @Test(arguments: Engine.all) func newestFirstAndFiltered(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let old = try await test.need("groceries", in: "les-tilleuls")
        test.clock.move(.minutes(1))
        let call = try await test.need("conversation", in: "la-gare")
        let both = try await test.need("paperwork", in: nil)
        let needs = PublicNeeds(test.house)
        func ids(_ filter: PublicFilter) async throws -> Set<ID<HelpRequest>> {
            Set(try await needs.page(filter, in: test.town).items.map(\.id))
        }
        #expect(try await needs.page(PublicFilter(), in: test.town).items.last?.id == old.id)
        #expect(try await ids(PublicFilter(category: test.category("groceries"))) == [old.id])
        #expect(try await ids(PublicFilter(neighbourhood: test.neighbourhood("la-gare"))) == [call.id])
        #expect(try await ids(PublicFilter(way: .remote)) == [call.id, both.id])
        #expect(try await ids(PublicFilter(way: .inPerson)) == [old.id, both.id])
        #expect(try await ids(PublicFilter(category: test.category("groceries"), way: .remote)) == [])
        #expect(try await needs.page(PublicFilter(), in: test.elsewhere).items.isEmpty)
    }

    @Test(arguments: Engine.all) func whatIsInsideTheHomeOrWithMoneyIsNobodysBusiness(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let garden = try await test.need("garden")
        let money = try await test.need("money")
        let waiting = try await test.need { $0.status = .awaitingAgreement }
        let needs = PublicNeeds(test.house)
        #expect(try await needs.page(PublicFilter(), in: test.town).items.isEmpty)
        for request in [garden, money, waiting] { #expect(try await needs.find(request.id, in: test.town) == nil) }
    }

    @Test(arguments: Engine.all) func onlyAnApprovedTextIsShown(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for review in HelpRequest.Review.allCases {
            let need = try await test.need {
                $0.review = review
                $0.publicText = "Deux sacs"
            }
            let shown = try await PublicNeeds(test.house).find(need.id, in: test.town)
            #expect(shown?.text == (review == .approved ? "Deux sacs" : nil))
            #expect(try await PublicNeeds(test.house).find(need.id, in: test.elsewhere) == nil)
        }
    }

    /// Every row that is there from the first page to the last is seen once, whatever comes and goes meanwhile; equal ages included.
    @Test(arguments: Engine.all) func readingOnNeitherSkipsNorRepeats(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        var steady: Set<ID<HelpRequest>> = []
        var passing: [HelpRequest] = []
        for round in 0..<40 {
            let request = try await test.need()
            if round % 3 == 0 { passing.append(request) } else { steady.insert(request.id) }
            if round % 4 == 0 { test.clock.move(.seconds(1)) }
        }
        var seen: [ID<HelpRequest>] = []
        var cursor: PageCursor<HelpRequest>?
        repeat {
            let page = try await PublicNeeds(test.house).page(PublicFilter(), after: cursor, in: test.town, size: 5)
            #expect(page.items.count <= 5)
            seen += page.items.map(\.id)
            cursor = page.next.flatMap { PageCursor(text: $0.text) }
            _ = try await test.need()
            if let gone = passing.popLast() { try await test.close(gone) }
            if let gone = passing.first { try await test.close(gone) }
        } while cursor != nil
        #expect(Set(seen).count == seen.count)
        #expect(steady.isSubset(of: seen))
    }
}
