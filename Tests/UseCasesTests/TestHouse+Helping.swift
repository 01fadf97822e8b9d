import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
@testable import UseCases

extension TestHouse {
    /// An adult who helps with everything, all day, near.
    func makeHelper(_ person: Person, tier: TrustTier = .doorstep, _ change: (inout Helper) -> Void = { _ in }) async throws {
        var helper = Helper(
            person: person.id, categories: Set(town.categories.map(\.id)), neighbourhood: person.neighbourhood, joinedAt: clock.now)
        helper.tier = tier
        helper.fromHour = 0
        helper.toHour = 24
        change(&helper)
        try await house.write(town.town) { [helper] in try Helpers($0).save(helper) }
    }

    func ask(_ changes: [String: String] = [:]) async throws -> Requests.Created {
        var form = AskingTests.form
        form.fields.merge(changes) { _, new in new }
        return try await Requests(house).ask(form, in: town, by: .visitor, language: "fr", door: .web)
    }

    func openRequest(_ changes: [String: String] = [:]) async throws -> ID<HelpRequest> { try await ask(changes).request.id }

    func request(_ id: ID<HelpRequest>) async throws -> HelpRequest? { try await house.read(town.town) { try HelpRequests($0).find(id) } }

    func tracked(_ token: String) async throws -> TrackedRequest? {
        guard let token = Token(text: token) else { return nil }
        return try await Requests(house).tracked(token, in: town)
    }

    func sayYes(_ person: Person, to request: ID<HelpRequest>) async throws -> Match { try await sayYes(person.id, to: request) }

    func sayYes(_ person: ID<Person>, to id: ID<HelpRequest>) async throws -> Match {
        let now = clock.now
        return try await house.write(town.town, listings: true) { [house, town] scope in
            guard var request = try HelpRequests(scope).find(id) else { throw Refusal.notFound }
            return try Matching(house).begin(&request, helper: person, origin: .need, town: town.town, in: scope, now: now)
        }
    }

    /// Reasons for which somebody is to be rung about a request.
    func ringBacks(_ request: ID<HelpRequest>) async throws -> [String] {
        try await house.read(town.town) { scope in
            try scope.sql.values(
                """
                /* ringBacks */ SELECT reason FROM ring_backs WHERE town_id = \(scope.town) AND request_id = \(request)
                AND done_at IS NULL ORDER BY reason
                """)
        }
    }
}

// What the ladder did.
extension TestHouse {
    func newPerson(_ name: String) async throws -> Person {
        let person = Person(
            id: house.world.id(), firstName: name, email: EmailAddress("\(name)@clairval.test"), channel: .email,
            neighbourhood: neighbourhood("les-tilleuls")?.id, hasAccount: true, createdAt: clock.now)
        try await house.write(town.town) { try People($0).insert(person) }
        return person
    }

    /// Who was asked for a request.
    func asks(_ request: ID<HelpRequest>) async throws -> [ID<Person>] {
        try await house.read(town.town) { scope in
            try scope.sql.values(
                "/* asks */ SELECT helper_id FROM asks WHERE town_id = \(scope.town) AND request_id = \(request) ORDER BY id")
        }
    }

    /// When the steps of a request are due.
    func steps(_ request: ID<HelpRequest>) async throws -> [Moment] {
        try await house.read(town.town) { scope in
            try scope.sql.values(
                """
                /* steps */ SELECT due FROM jobs WHERE town_id = \(scope.town) AND kind = 'ladder.step' AND payload = \(request.text)
                AND dead = 0
                """)
        }
    }

    func loseJobs() async throws {
        try await house.write(town.town) { scope in
            _ = try scope.sql.run("/* loseJobs */ DELETE FROM jobs WHERE town_id = \(scope.town) AND kind = 'ladder.step'")
        }
    }

    func match(for request: ID<HelpRequest>) async throws -> Match? {
        try await house.read(town.town) { try Matches($0).active(for: request) }
    }

    func cancel(_ id: ID<HelpRequest>) async throws {
        try await house.write(town.town) { scope in
            guard var request = try HelpRequests(scope).find(id) else { throw Refusal.notFound }
            request.status = .cancelled
            try HelpRequests(scope).save(request, mayBePublic: false)
        }
    }

    /// The token in the last mail that asked this person.
    func askToken(of person: Person) async throws -> Token {
        let mail = mailer.sent.last { $0.to.address == person.email?.text && $0.askToken != nil }
        guard let token = mail?.askToken else { throw Refusal.notFound }
        return token
    }
}
