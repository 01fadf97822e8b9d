import Database
import JobQueue
import Mail
import Persistence
import Secrets
import TestSupport
import Testing

@testable import Domain
@testable import UseCases

/// Whatever people do and in whatever order, the ladder keeps its promises.
@Suite struct LadderPropertyTests {
    @Test(arguments: 1...6) func noHelperTwiceNoBudgetPassedNoRequestForgotten(_ seed: UInt64) async throws {
        let test = try await TestHouse()
        var chance = Chance(state: seed)
        for number in 0..<10 {
            try await test.makeHelper(try await test.newPerson("h\(number)")) {
                $0.weeklyAsks = Int.random(in: 0...4, using: &chance)
                $0.days = Set((1...7).filter { _ in Int.random(in: 0..<4, using: &chance) > 0 })
                $0.fromHour = Int.random(in: 6...12, using: &chance)
                $0.toHour = Int.random(in: 13...22, using: &chance)
            }
        }
        for _ in 0..<60 {
            try await happen(test, &chance)
            await test.work()
            try await check(test)
        }
        #expect(test.mailer.sent.contains { $0.text.contains("/reponse/") })
    }

    private func happen(_ test: TestHouse, _ chance: inout Chance) async throws {
        switch Int.random(in: 0..<10, using: &chance) {
        case 0..<3:
            let when = ["now", "now", "every"].randomElement(using: &chance) ?? "now"
            _ = try await test.openRequest(["when": when, "rhythm": "weekly"])
        case 3..<6:
            let tokens = test.mailer.sent.compactMap(\.askToken)
            let reply = Answering.Reply.allCases.randomElement(using: &chance) ?? .no
            guard let token = tokens.suffix(12).randomElement(using: &chance) else { return }
            try await Answering(test.house).answer(token, reply, in: test.town)
        case 6: try await withdrawOne(test, &chance)
        case 7: try await cancelOne(test, &chance)
        case 8: test.clock.move(.hours(Int.random(in: 1...12, using: &chance)))
        default: test.clock.move(.minutes(Int.random(in: 5...90, using: &chance)))
        }
    }

    private func withdrawOne(_ test: TestHouse, _ chance: inout Chance) async throws {
        let matched = try await test.requests().filter { $0.status == .matched }
        guard let request = matched.randomElement(using: &chance), let match = try await test.match(for: request.id) else { return }
        try await Matching(test.house).withdraw(match.id, by: Actor(person: match.helper), in: test.town)
    }

    private func cancelOne(_ test: TestHouse, _ chance: inout Chance) async throws {
        guard let request = try await test.requests().filter({ $0.status == .open }).randomElement(using: &chance) else { return }
        try await test.cancel(request.id)
    }

    private func check(_ test: TestHouse) async throws {
        for request in try await test.requests() {
            let asked = try await test.asks(request.id)
            #expect(Set(asked).count == asked.count)
            let steps = try await test.steps(request.id)
            #expect(steps.count <= 1)
            guard request.status == .open else { continue }
            #expect(steps.count == 1, "an open request without a step")
            #expect(try #require(request.rungDue) > test.clock.now)
            #expect(Set(request.climbed).count == request.climbed.count && !request.climbed.contains(request.rung), "a rung twice")
            #expect(request.climbed == Array(LadderPath.usual.prefix(request.climbed.count)).filter { !$0.asksOrganisations })
        }
        #expect(try await test.overAsked().isEmpty)
        #expect(try await test.askedByNight().isEmpty)
    }
}

/// SplitMix64.
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}

extension MailMessage {
    /// The token of the ask in this mail.
    var askToken: Token? { text.firstMatch(of: /\/reponse\/([A-Za-z0-9_-]{43})/).flatMap { Token(text: $0.output.1) } }
}

extension TestHouse {
    func requests() async throws -> [HelpRequest] {
        try await house.read(town.town) { scope in
            let ids: [ID<HelpRequest>] = try scope.sql.values(
                "/* requests */ SELECT id FROM help_requests WHERE town_id = \(scope.town) ORDER BY id")
            return try ids.compactMap { try HelpRequests(scope).find($0) }
        }
    }

    /// Asks that stand in a full week of asks of their helper.
    func overAsked() async throws -> [ID<Ask>] {
        try await house.read(town.town) { scope in
            try scope.sql.values(
                """
                /* overAsked */ SELECT a.id FROM asks a JOIN helpers h ON h.town_id = a.town_id AND h.person_id = a.helper_id
                WHERE a.town_id = \(scope.town) AND h.weekly_asks <
                  (SELECT count(*) FROM asks b WHERE b.town_id = a.town_id AND b.helper_id = a.helper_id
                     AND b.sent_at <= a.sent_at AND b.sent_at > a.sent_at - \(Duration.days(7).inMilliseconds))
                """)
        }
    }

    func askedByNight() async throws -> [Moment] {
        let zone = town.town.timeZone
        return try await house.read(town.town) { scope in
            let times: [Moment] = try scope.sql.values("/* askedByNight */ SELECT sent_at FROM asks WHERE town_id = \(scope.town)")
            return times.filter { !(8..<21).contains(LocalTime($0, in: zone).hour) }
        }
    }
}
