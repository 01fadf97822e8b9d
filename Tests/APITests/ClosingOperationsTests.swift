import Domain
import Foundation
import HTTPTypes
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct ClosingOperationsTests {
    private struct Tracked: Decodable {
        var status: String
        var outcome: String?
        var ownOutcome: String?
    }

    private struct List: Decodable {
        struct Item: Decodable { var id: String }
        var items: [Item]
    }

    @Test(arguments: Engine.all) func takenBackOnceAndGoneFromTheList(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let client = InterfaceClient(test)
        let path = "/towns/clairval/tracking/\(try await test.ask().tracking.text)"
        for body in [#"{"reason": "found_elsewhere"}"#, "{}"] {
            let answer = try await client.send(.post, path + "/cancellation", body)
            #expect(answer.status == 200)
            #expect(try answer.json(Tracked.self).status == "cancelled")
        }
        #expect(try await client.send(.get, "/towns/clairval/needs").json(List.self).items.isEmpty)
        // Over is over: an outcome changes nothing more.
        let late: Tracked = try await client.send(.post, path + "/outcome", #"{"result": "helped"}"#).json()
        #expect(late.status == "cancelled")
        #expect(late.outcome == nil)
    }

    @Test(arguments: Engine.all) func whatWasSaidFirstStays(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let client = InterfaceClient(test)
        let path = "/towns/clairval/tracking/\(try await test.ask().tracking.text)"
        for body in [#"{"result": "not_helped", "reason": "nobody_came"}"#, #"{"result": "helped"}"#] {
            let tracked: Tracked = try await client.send(.post, path + "/outcome", body).json()
            #expect(tracked.status == "closed")
            #expect(tracked.outcome == "not_helped")
            #expect(tracked.ownOutcome == "not_helped")
        }
    }

    @Test(arguments: Engine.all) func theOutsiderAndNonsenseChangeNothing(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let client = InterfaceClient(test)
        let path = "/towns/clairval/tracking/\(try await test.ask().tracking.text)"
        let away = path.replacing("clairval", with: "ailleurs")
        #expect(try await client.send(.post, away + "/cancellation", "{}").status == 404)
        #expect(try await client.send(.post, away + "/outcome", #"{"result": "helped"}"#).status == 404)
        let refused = [
            ("/cancellation", #"{"reason": "nobody_came"}"#), ("/cancellation", ""), ("/cancellation", #"{"result": "helped"}"#),
            ("/outcome", "{}"), ("/outcome", #"{"result": "maybe"}"#), ("/outcome", #"{"result": "not_helped"}"#),
            ("/outcome", #"{"result": "not_helped", "reason": "rain"}"#),
        ]
        for (end, body) in refused { #expect(try await client.send(.post, path + end, body).status == 422, "\(end) \(body)") }
        #expect(try await client.send(.get, path).json(Tracked.self).status == "open")
    }

    @Test func writesAreCounted() async throws {
        let test = try await TestHouse()
        let client = InterfaceClient(test, throttled: true)
        let path = "/towns/clairval/tracking/\(try await test.ask().tracking.text)/cancellation"
        var statuses: [Int] = []
        for _ in 0..<121 { statuses.append(try await client.send(.post, path, "{}").status) }
        #expect(statuses.prefix(120).allSatisfy { $0 == 200 })
        #expect(statuses.last == 429)
    }
}
