import Database
import Domain
import Logging
import Persistence
import Secrets
import TestSupport

@testable import JobQueue
@testable import UseCases

/// The real house in a town of the plan's size: its use cases, its worker, its SQL, on a database that takes back what was played.
final class LadderTown {
    let plan: LadderPlan
    let test: TestHouse
    let database: RewindingDatabase
    private(set) var requests: [ID<HelpRequest>] = []
    private(set) var helpers: [Person] = []
    private(set) var organisations: [Organisation] = []
    private var tracking: [Token] = []
    private let worker: Worker
    /// A planted fault: whoever dies leaves half of a write behind.
    var tears = false

    init(_ plan: LadderPlan) async throws {
        self.plan = plan
        let database = try RewindingDatabase()
        self.database = database
        let test = try await TestHouse(on: Engine(testDescription: "rewinding") { database })
        try await database.keep()
        self.test = test
        worker = Worker(
            database: database, handlers: [Ladder.job: Ladder(test.house).stepHandler], bell: test.house.bell,
            now: { [clock = test.clock] in clock.now.milliseconds }, logger: Logger(label: "model") { _ in SwiftLogNoOpLogHandler() })
        try await settle()
    }

    private func settle() async throws {
        var town = test.town.town
        town.settings.ladder.plannedFrom = plan.plannedFrom
        try await test.house.write(town) { [town] scope in
            try Towns(scope.sql).save(town)
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
        try await test.house.towns.refresh()
        for (number, asks) in plan.helpers.enumerated() {
            let helper = try await test.newPerson("h\(number)")
            try await test.makeHelper(helper) { $0.weeklyAsks = asks }
            helpers.append(helper)
        }
        for (number, kind) in plan.organisations.enumerated() {
            organisations.append(try await test.makeOrganisation("o\(number)", kind))
        }
        test.clock.move(TestClock.start + plan.startsAfter - test.clock.now)
        for _ in 0..<plan.requests {
            let created = try await test.ask()
            requests.append(created.request.id)
            tracking.append(created.tracking)
        }
        try await mailsGo()
    }

    func state() async throws -> LadderState {
        let now = test.clock.now
        return try await test.house.read(test.town.town) { try LadderState($0, now: now) }
    }

    /// Plays `body`, then takes it back: the database and the clock.
    func attempt<T>(_ body: () async throws -> T) async throws -> T {
        let then = test.clock.now
        defer { test.clock.move(then - test.clock.now) }
        return try await database.attempt(body)
    }

    func play(_ event: LadderEvent, from state: LadderState) async throws {
        switch event {
        case .step(let request): try await step(request)
        case .death(let request): try await die(request)
        case .wait: if let moment = state.nextMoment { test.clock.move(moment - test.clock.now) }
        case .back: test.clock.move(.zero - .hours(1))
        case .loss(let request): try await lose(request)
        case .sweep: try await Ladder(test.house).climbOverdue(in: test.facts.town)
        case .reply(let request, let helper, let reply): try await self.reply(request, helper, reply)
        case .cancel(let request):
            try await RequestClosing(test.house).cancel(through: .link(tracking[request]), reason: nil, in: test.facts)
        case .withdrawal(let request): try await withdraw(request, state)
        case .call: try await call()
        case .answer(let request, let organisation, let reply):
            let token = try await organisationToken(request, organisation)
            try await OrganisationAnswering(test.house).answer(token, reply, name: nil, in: test.facts)
        }
        try await mailsGo()
    }

    /// Of several that are due, any may be the first: with many workers nobody knows.
    private func step(_ request: Int) async throws { try await first(request) { _ = await worker.step() } }

    /// Its first write claims the job, its second would end it.
    private func die(_ request: Int) async throws {
        try await first(request) {
            guard await database.dying(at: 2, torn: tears, { _ = await worker.step() }) else { throw TestHouse.Lost() }
        }
        if plan.deathsAreFree { test.clock.move(.minutes(2)) }
    }

    private func first(_ request: Int, _ body: () async throws -> Void) async throws {
        let age: Int64 = 1_000_000_000_000
        if requests.count > 1 { try await change("UPDATE jobs SET due = due - \(age) WHERE payload = \(requests[request].text)") }
        try await body()
        if requests.count > 1 { try await change("UPDATE jobs SET due = due + \(age) WHERE due < \(age)") }
    }

    private func change(_ sql: SQL) async throws { _ = try await database.write(.unordered) { try $0.run(sql) } }

    private func lose(_ request: Int) async throws { try await change("DELETE FROM jobs WHERE payload = \(requests[request].text)") }

    private func reply(_ request: Int, _ helper: Int, _ reply: Answering.Reply) async throws {
        let token = try await token(requests[request], helpers[helper])
        try await Answering(test.house).answer(token, reply, in: test.facts)
    }

    private func withdraw(_ request: Int, _ state: LadderState) async throws {
        guard let match = state.matches.first(where: { $0.request == requests[request] && $0.isActive }) else { throw TestHouse.Lost() }
        guard match.origin == "organisation" else {
            return try await Matching(test.house).withdraw(match.id, by: Actor(person: match.helper), in: test.facts)
        }
        let accepted = state.calls.first { $0.request == match.request && $0.answer == .accepted }
        guard let place = organisations.firstIndex(where: { $0.id == accepted?.organisation }) else { throw TestHouse.Lost() }
        try await OrganisationAnswering(test.house).withdraw(try await organisationToken(request, place), in: test.facts)
    }

    private func call() async throws {
        let now = test.clock.now
        let open = try await test.house.read(test.town.town) { try ReserveActivations($0).all() }.first { $0.isAhead(of: now) }
        guard let open else { return _ = try await test.callOut() }
        try await ReserveKeeping(test.house).standDown(open.id, by: test.boss, in: test.facts)
    }

    /// They are in the outbox, and nobody here waits for a mail server.
    private func mailsGo() async throws {
        try await change("DELETE FROM jobs WHERE kind <> 'ladder.step'")
    }
}

// The links in the mails.
extension LadderTown {
    private func token(_ request: ID<HelpRequest>, _ helper: Person) async throws -> Token {
        try await test.house.read(test.town.town) { scope in
            for mail in try OutboundMails(scope).latest(limit: 100) where mail.letter.kind == "ask" && mail.recipient == helper.email {
                guard let token = mail.letter.actions.lazy.compactMap({ Self.token(in: $0.url, after: "/reponse/") }).first else {
                    continue
                }
                if try Asks(scope).find(token: token.hash)?.request == request { return token }
            }
            throw TestHouse.Lost()
        }
    }

    private func organisationToken(_ request: Int, _ organisation: Int) async throws -> Token {
        let (request, organisation) = (requests[request], organisations[organisation].id)
        return try await test.house.read(test.town.town) { scope in
            for mail in try OutboundMails(scope).latest(limit: 100) {
                guard let token = mail.letter.actions.lazy.compactMap({ Self.token(in: $0.url, after: "/organisation/") }).first,
                    let ask = try OrganisationAsks(scope).find(token: token.hash)
                else { continue }
                if ask.request == request && ask.organisation == organisation { return token }
            }
            throw TestHouse.Lost()
        }
    }

    private static func token(in url: String, after path: String) -> Token? {
        url.split(separator: path, maxSplits: 1).dropFirst().first.flatMap { Token(text: $0.prefix(43)) }
    }
}

extension TestHouse {
    /// The model asks for something that is not there.
    struct Lost: Error {}
}
