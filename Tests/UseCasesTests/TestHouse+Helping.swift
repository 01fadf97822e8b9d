import Database
import Domain
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
