import Database
import Domain
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

@Suite struct LiveBoardTests {
    @Test(arguments: Engine.all) func theBoardCountsWhatWaits(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (lake, tilleuls) = (try await test.askAtTheLake(), try await test.openRequest())
        _ = try await test.askForPaul()
        let call = try await Desk(test.house).begin(number: "04 90 11 22 33", by: test.attendant, in: test.town)
        let kept = try await Desk(test.house).begin(number: nil, by: test.administrator, in: test.town)
        try await Desk(test.house).keep(CallForm([:]), of: kept, seen: 1, by: test.administrator, in: test.town)
        let board = try await LiveBoards(test.house).read(by: test.attendant, in: test.town)
        #expect(board.waiting == .init(waiting: 3, late: 0) && board.promised == 1 && board.overdue == 0)
        #expect(board.count(in: test.neighbourhood("le-lac")?.id).waiting == 1)
        #expect(board.inCall == 1 && board.kept == 1 && board.calls.map(\.holderName) == ["Odile F."])
        #expect(call != kept)
        let request = try #require(try await test.request(lake))
        #expect(board.count(of: request.category).waiting == 3)
        // Each request's time is up, and the promised call's.
        test.clock.move(.days(3))
        let late = try await LiveBoards(test.house).read(by: test.administrator, in: test.town)
        #expect(late.waiting == .init(waiting: 3, late: 3) && late.promised == 0 && late.overdueCalls == 1 && late.overdue == 4)
        #expect(late.late.count == 3 && late.late.map(\.due) == late.late.map(\.due).sorted())
        let other = try #require(try await test.request(tilleuls))
        #expect(late.late.map(\.reference).contains(other.reference))
    }

    @Test func onlyWhoRunsTheDeskWatches() async throws {
        let test = try await TestHouse()
        for actor in [Actor.visitor, test.guide, Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])] {
            await #expect(throws: Refusal.notFound) { _ = try await LiveBoards(test.house).read(by: actor, in: test.town) }
            #expect(throws: Refusal.notFound) { _ = try LiveBoards(test.house).watch(by: actor, in: test.town) }
        }
    }

    private func watch(_ test: TestHouse, _ person: Person? = nil) -> AsyncStream<BoardWatch.Event>.Iterator {
        test.house.boards.watch(by: (person ?? test.cast.attendant).id, of: test.town.town.id, test.house, looks: false).makeAsyncIterator()
    }

    private func waiting(_ event: BoardWatch.Event?) -> Int? {
        if case .board(let shown) = event { shown.board.waiting.waiting } else { nil }
    }

    @Test func oneLookServesEverybodyAndOnlyWhatChangedIsSaid() async throws {
        let test = try await TestHouse()
        let (boards, town) = (test.house.boards, test.town.town.id)
        var (first, second) = (watch(test), watch(test, test.cast.administrator))
        try await boards.look(town, test.house)
        #expect(waiting(await first.next()) == 0)
        #expect(waiting(await second.next()) == 0)
        try await boards.look(town, test.house)
        _ = try await test.askAtTheLake()
        try await boards.look(town, test.house)
        #expect(waiting(await first.next()) == 1, "the second look had nothing to say")
        #expect(waiting(await second.next()) == 1)
        var late = watch(test)
        #expect(waiting(await late.next()) == 1, "whoever comes later is shown at once")
        boards.close()
        let ends = [await first.next(), await second.next(), await late.next()]
        #expect(ends.allSatisfy { $0 == nil })
        var closed = watch(test)
        #expect(await closed.next() == nil)
        #expect(boards.count(of: town) == 0)
    }

    @Test func theOldestOfTooManyIsReplaced() async throws {
        let test = try await TestHouse()
        var all = (1...BoardWatch.mostEach).map { _ in watch(test) }
        let other = watch(test, test.cast.administrator)
        let newest = watch(test)
        #expect(test.house.boards.count(of: test.town.town.id) == BoardWatch.mostEach + 1)
        let first = await all[0].next()
        if case .replaced = first {} else { Issue.record("the oldest is told") }
        let second = await all[0].next()
        #expect(second == nil)
        withExtendedLifetime((other, newest)) {}
    }

    @Test(arguments: Engine.all) func aSessionThatEndedOpensNoBoard(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (token, now, boards) = (Token(), test.clock.now, LiveBoards(test.house))
        let session = Session(
            id: test.house.world.id(), person: test.cast.attendant.id, device: "Test", createdAt: now, lastSeenAt: now,
            expiresAt: now + .days(30))
        try await test.house.write(test.town.town) { try Sessions($0).insert(session, hash: token.hash) }
        #expect(try await boards.isOpen(to: token, in: test.town))
        #expect(try await !boards.isOpen(to: Token(), in: test.town))
        #expect(try await !boards.isOpen(to: token, in: test.elsewhere))
        try await SignedIn(test.house).end(token, in: test.town.town)
        #expect(try await !boards.isOpen(to: token, in: test.town))
    }

    /// It is asked for several times a second: no table is walked for it.
    @Test(arguments: Engine.all) func theBoardIsReadFromIndexes(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await fill(test)
        let (town, now) = (test.town.town.id, test.clock.now)
        let parts = try await test.plan(LiveBoardListing.partsQuery(town: town, now: now))
        #expect(parts.contains("help_requests_waiting") && !parts.contains("TEMP B-TREE"), "\(parts)")
        let late = try await test.plan(LiveBoardListing.lateQuery(town: town, now: now))
        #expect(late.contains("help_requests_status") && !late.contains("Seq Scan on help_requests"), "\(late)")
        let promises = try await test.plan(LiveBoardListing.promisesQuery(town: town, now: now))
        let calls = try await test.plan(LiveBoardListing.callsQuery(town: town))
        let counts = try await test.plan(LiveBoardListing.callCountsQuery(town: town))
        if engine.testDescription == "sqlite" {
            #expect(promises.contains("ring_backs_open") && calls.contains("calls_open") && counts.contains("calls_open"))
        }
    }

    /// Mostly closed ones, as in a town that has lived.
    private func fill(_ test: TestHouse) async throws {
        let model = try #require(try await test.request(try await test.askAtTheLake()))
        let (kinds, places) = (test.town.categories.map(\.id), test.town.neighbourhoods.map(\.id))
        try await test.house.write(test.town.town) { [house = test.house] scope in
            for number in 0..<4_000 {
                var request = model
                (request.id, request.reference) = (house.world.id(), Reference(random: house.world.random))
                (request.category, request.neighbourhood) = (kinds[number % kinds.count], places[number % places.count])
                request.status = number % 40 == 0 ? .open : .closed
                request.closedAt = request.status == .closed ? model.createdAt : nil
                try HelpRequests(scope).insert(request, trackingHash: .random(32), mayBePublic: false)
            }
        }
        try await test.house.database.write(.unordered) { try $0.script("ANALYZE") }
    }
}
