import Domain
import Foundation
import HTTPTypes
import Mail
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct TimeProposalOperationsTests {
    private struct List: Decodable {
        struct Item: Decodable {
            var id: String
            var first: String?
            var second: String?
        }
        var items: [Item]
        var next: String?
    }
    private struct Tracked: Decodable {
        var status: String
        var helperName: String?
    }

    private struct Scene {
        var test: TestHouse
        var client: InterfaceClient
        /// Of the request.
        var path: String
        var ask: String
    }

    /// Karim was asked and could come tomorrow at 14 h, or on Monday at 9.
    private func proposed(_ engine: Engine = .sqlite) async throws -> Scene {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        let created = try await test.ask(["when": "date", "date": "2026-11-28"])
        await test.work()
        let client = InterfaceClient(test)
        let ask = try test.askPath(of: test.cast.karim)
        let times = """
            {"answer": "other_time", "firstDay": "2026-11-22", "firstHour": "14", "secondDay": "2026-11-23", "secondHour": "9"}
            """
        #expect(try await client.send(.post, ask + "/answer", times).status == 200)
        return Scene(test: test, client: client, path: "/towns/clairval/tracking/\(created.tracking.text)", ask: ask)
    }

    private func only(_ scene: Scene) async throws -> List.Item {
        let list: List = try await scene.client.send(.get, scene.path + "/proposals").json()
        return try #require(list.items.first)
    }

    private func decide(_ scene: Scene, _ id: String, _ choice: String, key: String? = nil) async throws -> InterfaceClient.Answer {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let key { headers[HTTPField.Name("Idempotency-Key")!] = key }
        return try await scene.client.send(
            .post, scene.path + "/proposals/\(id)/decision", "{\"choice\": \"\(choice)\"}", headers: headers)
    }

    @Test(arguments: Engine.all) func whoAskedSeesTheMomentsAndAcceptsOne(_ engine: Engine) async throws {
        let scene = try await proposed(engine)
        let list = try await scene.client.send(.get, scene.path + "/proposals")
        #expect(!list.body.contains("Karim"), "who it is, once one is accepted")
        let one = try await only(scene)
        #expect(one.first == "2026-11-22T13:00:00.000Z" && one.second == "2026-11-23T08:00:00.000Z")
        let answers = try await [decide(scene, one.id, "second"), decide(scene, one.id, "second"), decide(scene, one.id, "neither")]
        for answer in answers {
            #expect(answer.status == 200)
            let tracked: Tracked = try answer.json()
            #expect(tracked.status == "matched" && tracked.helperName?.hasPrefix("Karim") == true, "what was decided first stays")
        }
        #expect(try await scene.client.send(.get, scene.path + "/proposals").json(List.self).items.isEmpty)
        await scene.test.work()
        #expect(scene.test.mailer.sent.contains { $0.to.address == "karim@clairval.test" && $0.text.contains("23 novembre") })
    }

    @Test(arguments: Engine.all) func noneSuits(_ engine: Engine) async throws {
        let scene = try await proposed(engine)
        let one = try await only(scene)
        #expect(try await decide(scene, one.id, "neither").json(Tracked.self).status == "open")
        struct Ask: Decodable { var proposal: String? }
        #expect(try await scene.client.send(.get, scene.ask).json(Ask.self).proposal == "declined")
    }

    @Test(arguments: Engine.all) func aKeyGivesTheFirstAnswerAgainAndServesOneDecision(_ engine: Engine) async throws {
        let scene = try await proposed(engine)
        let one = try await only(scene)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 { group.addTask { try await decide(scene, one.id, "first", key: "k").status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [200, 200, 200, 200])
        #expect(try await decide(scene, one.id, "neither", key: "k").status == 409)
        #expect(try await decide(scene, one.id, "first", key: String(repeating: "k", count: 101)).status == 422)
    }

    @Test func aMomentThatIsOverIsAConflictEachTime() async throws {
        let scene = try await proposed()
        let one = try await only(scene)
        scene.test.clock.move(.days(1) + .hours(5))
        let late = try await only(scene)
        #expect(late.first == nil && late.second != nil)
        for _ in 0..<2 {
            let answer = try await decide(scene, one.id, "first", key: "k")
            #expect(answer.status == 409 && answer.headers[.contentType] == "application/problem+json")
        }
        #expect(try await decide(scene, one.id, "second", key: "other").json(Tracked.self).status == "matched")
    }

    @Test(arguments: Engine.all) func theOutsiderAndNonsenseChangeNothing(_ engine: Engine) async throws {
        let scene = try await proposed(engine)
        let one = try await only(scene)
        let away = scene.path.replacing("clairval", with: "ailleurs")
        #expect(try await scene.client.send(.get, away + "/proposals").status == 404)
        #expect(try await scene.client.send(.post, away + "/proposals/\(one.id)/decision", #"{"choice": "first"}"#).status == 404)
        let other = try await scene.test.ask()
        let theirs = "/towns/clairval/tracking/\(other.tracking.text)"
        #expect(try await scene.client.send(.post, theirs + "/proposals/\(one.id)/decision", #"{"choice": "first"}"#).status == 404)
        #expect(try await decide(scene, "nonsense", "first").status == 404)
        #expect(try await decide(scene, one.id, "third").status == 422)
        #expect(try await scene.client.send(.get, theirs + "/proposals").json(List.self).items.isEmpty)
        #expect(try await only(scene).id == one.id)
    }
}
