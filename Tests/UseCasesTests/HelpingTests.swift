import Domain
import Mail
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct HelpingTests {
    @Test(arguments: Engine.all) func theFirstYesWinsAndTheSecondIsThanked(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        try await test.makeHelper(test.cast.lucie)
        let request = try await test.openRequest()
        let helping = Helping(test.house)
        let results = await withTaskGroup(of: Result<ID<Person>, any Error>.self) { group in
            for person in [test.cast.karim, test.cast.lucie] {
                for _ in 0..<2 {
                    group.addTask {
                        do {
                            let actor = Actor(person: person.id)
                            return .success(try await helping.help(request, birthYear: nil, by: actor, in: test.town).helper)
                        } catch { return .failure(error) }
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(results.compactMap { try? $0.get() }).count == 1)
        let refusals = results.compactMap { result -> String? in
            if case .failure(let error) = result { return (error as? Refusal)?.key } else { return nil }
        }
        #expect(refusals == ["refusal.alreadyMatched", "refusal.alreadyMatched"])
        let match = try #require(try await test.house.read(test.town.town) { try Matches($0).active(for: request) })
        #expect(match.origin == .need)
        #expect(match.insuranceVersion == test.town.town.settings.insuranceVersion)
    }

    @Test(arguments: Engine.all) func aNewcomerHelpsOnceAndIsNotAskedAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let call = try await test.openRequest(["category": "conversation"])
        let actor = Actor(person: test.cast.karim.id)
        let helping = Helping(test.house)
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await helping.help(call, birthYear: "2012", by: actor, in: test.town)
        }
        #expect(refusal?.fields.map(\.key) == ["refusal.tooYoung"])
        _ = try await helping.help(call, birthYear: "1990", by: actor, in: test.town)
        let helper = try #require(try await test.house.read(test.town.town) { try Helpers($0).find(test.cast.karim.id) })
        #expect(helper.tier == .remote && helper.weeklyAsks == 0)
        let errand = try await test.openRequest(["email": "autre@clairval.test"])
        await test.work()
        #expect(try await test.asks(errand).isEmpty)
    }

    @Test func whatIsMissingIsSaid() async throws {
        let test = try await TestHouse()
        let errand = try await test.openRequest()
        let helping = Helping(test.house)
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await helping.help(errand, birthYear: "1990", by: Actor(person: test.cast.karim.id), in: test.town)
        }
        #expect(refusal?.key == "refusal.tierCharter")
        #expect(try await test.request(errand)?.status == .open)
    }

    @Test func whatIsNotPublicDoesNotExist() async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.karim, tier: .money)
        let helping = Helping(test.house)
        let karim = Actor(person: test.cast.karim.id)
        for changes in [["category": "money"], ["category": "garden"], ["for": "other", "otherFirstName": "Paul"]] {
            let request = try await test.openRequest(changes)
            let refusal = await #expect(throws: Refusal.self) {
                _ = try await helping.help(request, birthYear: nil, by: karim, in: test.town)
            }
            #expect(refusal?.kind == .notFound)
        }
        let open = try await test.openRequest()
        let refusal = await #expect(throws: Refusal.self) {
            _ = try await helping.help(open, birthYear: "1990", by: Actor(person: test.cast.olga.id), in: test.elsewhere)
        }
        #expect(refusal?.kind == .notFound)
    }
}

@Suite struct AskingByNameTests {
    /// Karim and Lucie could both help; the request answers Karim's offer.
    private func house(_ engine: Engine) async throws -> (TestHouse, ID<HelpRequest>) {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim) { $0.days = [1] }
        try await test.makeHelper(test.cast.lucie)
        let offer = Offer(
            id: test.house.world.id(), person: test.cast.karim.id, category: try #require(test.category("groceries")?.id),
            neighbourhood: nil, details: nil, createdAt: test.clock.now)
        try await test.house.write(test.town.town) { try Offers($0).insert(offer) }
        return (test, try await test.openRequest(["offer": offer.id.text]))
    }

    @Test(arguments: Engine.all) func theChosenHelperIsAskedFirstAndAlone(_ engine: Engine) async throws {
        let (test, request) = try await house(engine)
        for _ in 0..<2 { await test.work() }
        #expect(try await test.asks(request) == [test.cast.karim.id])
        let mail = try #require(test.mailer.sent.first { $0.text.contains("/reponse/") })
        #expect(mail.to.address == "karim@clairval.test")
        #expect(mail.text.contains("a choisi votre proposition"))
    }

    @Test(arguments: Engine.all) func withoutAnAnswerTheLadderGoesOn(_ engine: Engine) async throws {
        let (test, request) = try await house(engine)
        await test.work()
        test.clock.move(.minutes(30))
        await test.work()
        #expect(try await test.asks(request) == [test.cast.karim.id, test.cast.lucie.id])
    }

    @Test func theirYesRemembersTheOffer() async throws {
        let (test, request) = try await house(.sqlite)
        for _ in 0..<2 { await test.work() }
        try await Answering(test.house).answer(try await test.askToken(of: test.cast.karim), .yes, in: test.town)
        let match = try #require(try await test.house.read(test.town.town) { try Matches($0).active(for: request) })
        #expect(match.origin == .offer && match.offer != nil)
    }

    @Test(arguments: ["nonsense", "00000000-0000-7000-8000-000000000000"])
    func anOfferThatIsNoneChangesNothing(_ offer: String) async throws {
        let test = try await TestHouse()
        try await test.makeHelper(test.cast.lucie)
        let request = try await test.openRequest(["offer": offer])
        await test.work()
        #expect(try await test.request(request)?.offer == nil)
        #expect(try await test.asks(request) == [test.cast.lucie.id])
    }
}
