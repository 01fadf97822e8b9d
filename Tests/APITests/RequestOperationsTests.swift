import Foundation
import HTTPTypes
import TestSupport
import Testing

@Suite struct RequestOperationsTests {
    private static let body = """
        {"category": "groceries", "when": "now", "neighbourhood": "les-tilleuls", "for": "me", "firstName": "Jeanne",
         "email": "jeanne@clairval.test", "notice": true}
        """
    private struct Created: Decodable {
        var reference: String
        var status: String
        var trackingToken: String
    }

    private struct Problem: Decodable {
        struct Field: Decodable { var name: String }
        var status: Int
        var errors: [Field]?
    }

    @Test(arguments: Engine.all) func asksAndFollows(_ engine: Engine) async throws {
        let client = InterfaceClient(try await TestHouse(on: engine))
        let answer = try await client.send(.post, "/towns/clairval/requests", Self.body)
        #expect(answer.status == 201)
        let created: Created = try answer.json()
        #expect(created.status == "open")
        let tracked = try await client.send(.get, "/towns/clairval/tracking/\(created.trackingToken)")
        #expect(tracked.status == 200)
        #expect(tracked.body.contains(created.reference))
        // The holder of a link of one town is nobody in another.
        #expect(try await client.send(.get, "/towns/ailleurs/tracking/\(created.trackingToken)").status == 404)
    }

    @Test(arguments: Engine.all) func theSameKeyIsTheSameRequest(_ engine: Engine) async throws {
        let client = InterfaceClient(try await TestHouse(on: engine))
        let key: HTTPFields = [.contentType: "application/json", HTTPField.Name("Idempotency-Key")!: "abc"]
        let answers = try await withThrowingTaskGroup(of: Created.self) { group in
            for _ in 0..<5 {
                group.addTask { try await client.send(.post, "/towns/clairval/requests", Self.body, headers: key).json() }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(answers.map(\.reference)).count == 1)
        #expect(Set(answers.map(\.trackingToken)).count == 1)
        let other = Self.body.replacing("groceries", with: "pets")
        #expect(try await client.send(.post, "/towns/clairval/requests", other, headers: key).status == 409)
    }

    @Test func refusalsAreProblemsThatNameTheirFields() async throws {
        let client = InterfaceClient(try await TestHouse())
        let answer = try await client.send(.post, "/towns/clairval/requests", "{\"category\": \"nothing\"}")
        #expect(answer.status == 422)
        #expect(answer.headers[.contentType] == "application/problem+json")
        let problem: Problem = try answer.json()
        #expect(problem.errors?.map(\.name).contains("category") == true)
    }

    @Test(
        arguments: [
            ("", 422), ("[]", 422), ("{\"category\": {}}", 422), ("{\"unknown\": \"x\"}", 422), ("{", 422), ("\u{0}", 422),
            (String(repeating: "a", count: 70_000), 413),
        ])
    func malformedBodiesAreRefused(_ body: String, _ status: Int) async throws {
        let client = InterfaceClient(try await TestHouse())
        #expect(try await client.send(.post, "/towns/clairval/requests", body).status == status)
    }

    @Test func tooManyAreTold() async throws {
        let client = InterfaceClient(try await TestHouse(), throttled: true)
        var statuses: [Int] = []
        for _ in 0..<12 { statuses.append(try await client.send(.post, "/towns/clairval/requests", Self.body).status) }
        #expect(statuses.prefix(10).allSatisfy { $0 == 201 })
        #expect(statuses.suffix(2) == [429, 429])
    }
}
