import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
@testable import UseCases

/// Recurring help between an asker and Karim, every week from the Tuesday after the tests' Saturday.
struct StandingScene {
    let test: TestHouse
    let created: Requests.Created
    let match: Match
    static let firstDay = "2026-11-24"

    var request: ID<HelpRequest> { created.request.id }
    var asker: ConversationDoor { .tracking(.link(created.tracking)) }
    var karim: Actor { Actor(person: test.cast.karim.id) }
    var helper: ConversationDoor { .match(match.id, karim) }
    var standing: Standing { Standing(test.house) }
    var links: StandingLinks { StandingLinks(test.house) }

    init(on engine: Engine = .sqlite, agreeing: Bool = true, withLucie: Bool = false) async throws {
        test = try await TestHouse(on: engine)
        for person in [test.cast.karim] + (withLucie ? [test.cast.lucie] : []) { try await test.makeHelper(person) }
        created = try await test.ask(["when": "every", "rhythm": "weekly"])
        match = try await test.sayYes(test.cast.karim, to: created.request.id)
        await test.work()
        if agreeing { try await standing.agree(on: Self.firstDay, through: helper, in: test.town.town) }
    }

    func view(_ door: ConversationDoor? = nil) async throws -> StandingView? {
        try await standing.view(door ?? helper, in: test.town.town)
    }

    func miss(_ day: String = firstDay) async throws {
        guard let day = CivilDay(day) else { throw Refusal.notFound }
        try await standing.miss(day, of: match.id, by: karim, in: test.town.town)
        await test.work()
    }

    /// The request that looks for somebody for one day.
    func replacement(_ day: String = firstDay) async throws -> ID<HelpRequest>? {
        guard let day = CivilDay(day) else { return nil }
        return try await test.house.read(test.town.town) { try StandingOccasions($0).find(created.request.id, on: day)?.replacement }
    }

    /// Lucie is the second person: both have agreed.
    func knowLucie() async throws {
        let (lucie, id) = (test.cast.lucie.id, request)
        var second = StandingSecond(request: id, person: lucie, proposedAt: test.clock.now)
        (second.askerAgreedAt, second.helperAgreedAt) = (test.clock.now, test.clock.now)
        let known = second
        try await test.house.write(test.town.town) { try StandingSeconds($0).save(known) }
    }

    func mails(_ part: String, to address: String) -> [MailMessage] {
        test.mailer.sent.filter { $0.to.address == address && ($0.text.contains(part) || $0.subject.contains(part)) }
    }

    func token(_ path: String, to address: String) throws -> Token {
        let text = mails("/\(path)/", to: address).last?.text ?? ""
        guard let token = text.split(separator: "/\(path)/").dropFirst().first.flatMap({ Token(text: $0.prefix(43)) }) else {
            throw Refusal.notFound
        }
        return token
    }

    func sweep(to moment: Moment) async throws {
        test.moveClock(to: moment)
        try await StandingSweep(house: test.house).sweep()
        await test.work()
    }

    /// A morning of the town.
    func morning(_ day: String, hour: Int = 10) -> Moment {
        (CivilDay(day)?.midnight(in: test.town.town.timeZone) ?? test.clock.now) + .hours(hour)
    }

    var askerAddress: String { "jeanne@clairval.test" }
}
