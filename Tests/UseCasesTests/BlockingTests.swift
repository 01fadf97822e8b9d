import Domain
import Mail
import Persistence
import TestSupport
import Testing

@testable import UseCases

@Suite struct BlockingTests {
    private func matched(_ test: TestHouse) async throws -> (Requests.Created, Match) {
        try await test.makeHelper(test.cast.karim)
        let created = try await test.ask()
        return (created, try await test.sayYes(test.cast.karim, to: created.request.id))
    }

    @Test(arguments: Engine.all) func anAskerWithoutAnAccountIsNeverJoinedAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (created, match) = try await matched(test)
        let door = ConversationDoor.tracking(.link(created.tracking))
        try await Blocking(test.house).block(through: door, in: test.town)
        #expect(try await test.request(created.request.id)?.status == .open)
        #expect(try await test.match(for: created.request.id) == nil)
        // The same form once more changes nothing.
        try await Blocking(test.house).block(through: door, in: test.town)
        // A new request writes the visitor down anew, under the same address.
        let next = try await test.openRequest()
        await test.work()
        #expect(try await test.asks(next).isEmpty)
        await #expect(throws: Matching.alreadyMatched) { try await test.sayYes(test.cast.karim, to: next) }
        let words = try await Conversations(test.house).open(.match(match.id, Actor(person: test.cast.karim.id)), in: test.town)
        #expect(!words.isOpen && words.contact.seen.isEmpty)
    }

    @Test func theHelperHearsWhatAnyHelperHears() async throws {
        let test = try await TestHouse()
        let (created, _) = try await matched(test)
        try await Blocking(test.house).block(through: .tracking(.link(created.tracking)), in: test.town)
        await test.work()
        let mails = test.mailer.sent.filter { $0.to.address == "karim@clairval.test" }
        #expect(mails.contains { $0.subject == "Une demande a été annulée" })
        #expect(!mails.contains { $0.text.lowercased().contains("bloqu") })
    }

    @Test(arguments: Engine.all) func aHelperBlocksAndUnblocks(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (_, match) = try await matched(test)
        let karim = Actor(person: test.cast.karim.id)
        let blocking = Blocking(test.house)
        try await blocking.block(through: .match(match.id, karim), in: test.town)
        let listed = try await blocking.list(of: test.cast.karim.id, in: test.town)
        #expect(listed.map(\.name) == ["Jeanne D."])
        let block = try #require(listed.first).block.id
        try await blocking.unblock(block, by: Actor(person: test.cast.lucie.id), in: test.town)
        #expect(try await blocking.list(of: test.cast.karim.id, in: test.town).count == 1)
        try await blocking.unblock(block, by: karim, in: test.town)
        #expect(try await blocking.list(of: test.cast.karim.id, in: test.town).isEmpty)
        let next = try await test.openRequest()
        #expect(try await test.sayYes(test.cast.karim, to: next).request == next)
    }

    @Test func anOutsiderBlocksNobody() async throws {
        let test = try await TestHouse()
        let (_, match) = try await matched(test)
        for stranger in [test.cast.lucie.id, test.cast.olga.id] {
            await #expect(throws: Refusal.notFound) {
                try await Blocking(test.house).block(through: .match(match.id, Actor(person: stranger)), in: test.town)
            }
        }
        #expect(try await test.match(for: match.request) != nil)
    }

    /// Whatever the blocks, nobody is asked by, or matched to, somebody who is kept apart from them.
    @Test(arguments: [UInt64](1...4)) func noAskAndNoMatchJoinsTwoWhoAreApart(_ seed: UInt64) async throws {
        let test = try await TestHouse()
        var chance = seed
        func draw(_ count: Int) -> Int {
            chance = chance &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(chance >> 33) % count
        }
        var people: [Person] = []
        for number in 0..<6 { people.append(try await test.newPerson("aidant\(number)")) }
        for person in people { try await test.makeHelper(person) { $0.weeklyAsks = 21 } }
        var apart: Set<Set<ID<Person>>> = []
        for _ in 0..<8 {
            let (one, other) = (people[draw(6)].id, people[draw(6)].id)
            guard one != other else { continue }
            apart.insert([one, other])
            let block = Block(id: test.house.world.id(), blocker: one, blocked: other, createdAt: test.clock.now)
            try await test.house.write(test.town.town) { _ = try Blocks($0).insert(block) }
        }
        for asker in people {
            let created = try await Requests(test.house).ask(
                AskingTests.form, in: test.town, by: Actor(person: asker.id), language: "fr", door: .web)
            await test.work()
            let asked = try await test.asks(created.request.id)
            #expect(!asked.contains { apart.contains([$0, asker.id]) })
            for helper in people where apart.contains([helper.id, asker.id]) {
                await #expect(throws: Matching.alreadyMatched) { try await test.sayYes(helper, to: created.request.id) }
            }
        }
    }
}
