import Domain
import Foundation
import HTTPTypes
import Secrets
import TestSupport
import Testing
import UseCases

@Suite struct AskOperationsTests {
    private struct Ask: Decodable {
        var standing: String
        var category: String
        var neighbourhood: String?
        var when: String
        var conversationUrl: String?
        var restsUntil: String?
    }

    @Test(arguments: Engine.all) func aYesIsSaidOnceHoweverOftenItIsSent(_ engine: Engine) async throws {
        let (test, path) = try await asked(on: engine)
        let client = InterfaceClient(test)
        let question: Ask = try await client.send(.get, path).json()
        #expect(question.standing == "open")
        #expect(question.category == "groceries")
        #expect(question.when == "now")
        var answers: [String] = []
        for _ in 0..<2 { answers.append(try await client.send(.post, path + "/answer", #"{"answer": "yes"}"#).body) }
        #expect(answers[0] == answers[1])
        let said: Ask = try await client.send(.get, path).json()
        #expect(said.standing == "yes")
        #expect(said.conversationUrl?.hasPrefix("http://entraide.test/t/clairval/conversations/") == true)
        for secret in ["Jeanne", "Durand", "jeanne@", "Lilas", "troisième"] { #expect(!answers[0].contains(secret)) }
    }

    @Test(arguments: Engine.all) func ofTwoHelpersOneIsThanked(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for helper in [test.cast.karim, test.cast.lucie] { try await test.makeHelper(helper) }
        _ = try await test.ask()
        await test.work()
        let paths = try [test.askPath(of: test.cast.karim), test.askPath(of: test.cast.lucie)]
        let client = InterfaceClient(test)
        let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for path in paths {
                group.addTask {
                    let answer = try await client.send(.post, path + "/answer", #"{"answer": "yes"}"#)
                    return (answer.status, try answer.json(Ask.self).standing)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.map(\.0) == [200, 200])
        #expect(answers.map(\.1).sorted() == ["taken", "yes"])
    }

    @Test func notForAWhileSaysUntilWhen() async throws {
        let (test, path) = try await asked(on: .sqlite)
        let client = InterfaceClient(test)
        let answer: Ask = try await client.send(.post, path + "/answer", #"{"answer": "later"}"#).json()
        #expect(answer.standing == "later")
        #expect(answer.restsUntil == "2026-12-05T09:00:00.000Z")
    }

    @Test(arguments: Engine.all) func neverAndAnotherTimeAreAnswersToo(_ engine: Engine) async throws {
        let (test, path) = try await asked(on: engine)
        let client = InterfaceClient(test)
        let missing = try await client.send(.post, path + "/answer", #"{"answer": "other_time", "firstHour": "14"}"#)
        #expect(missing.status == 422 && missing.body.contains("firstDay"))
        struct Proposed: Decodable {
            var standing: String
            var proposal: String?
            var proposedTimes: [String]?
        }
        let body = #"{"answer": "other_time", "firstDay": "2026-11-22", "firstHour": "14"}"#
        for _ in 0..<2 {
            let answer: Proposed = try await client.send(.post, path + "/answer", body).json()
            #expect(answer.standing == "proposed" && answer.proposal == "open")
            #expect(answer.proposedTimes == ["2026-11-22T13:00:00.000Z"])
        }
        let never: Proposed = try await client.send(.post, path + "/answer", #"{"answer": "never"}"#).json()
        #expect(never.standing == "never" && never.proposal == "ended")
    }

    @Test(arguments: Engine.all) func theOutsiderAndNonsenseChangeNothing(_ engine: Engine) async throws {
        let (test, path) = try await asked(on: engine)
        let client = InterfaceClient(test)
        let away = path.replacing("clairval", with: "ailleurs")
        #expect(try await client.send(.get, away).status == 404)
        #expect(try await client.send(.post, away + "/answer", #"{"answer": "yes"}"#).status == 404)
        for body in [#"{"answer": "maybe"}"#, "{}", #"{"answer": "yes", "more": "x"}"#, #"{"answer": ["yes"]}"#] {
            #expect(try await client.send(.post, path + "/answer", body).status == 422, "\(body)")
        }
        #expect(try await client.send(.get, path + "/answer").status == 405)
        #expect(try await client.send(.get, path).json(Ask.self).standing == "open")
    }

    @Test func aHelperWhoseTrustWasTakenBackIsToldWhy() async throws {
        let (test, path) = try await asked(on: .sqlite)
        try await test.makeHelper(test.cast.karim, tier: .remote)
        let answer = try await InterfaceClient(test).send(.post, path + "/answer", #"{"answer": "yes"}"#)
        #expect(answer.status == 403)
        #expect(answer.headers[.contentType] == "application/problem+json")
    }

    @Test func wrongTokensAreCountedAndTrueOnesStillOpen() async throws {
        let (test, path) = try await asked(on: .sqlite)
        let client = InterfaceClient(test, throttled: true)
        let wrong = "/towns/clairval/asks/" + String(repeating: "A", count: 43)
        var statuses: [Int] = []
        for _ in 0..<31 { statuses.append(try await client.send(.get, wrong).status) }
        #expect(statuses.first == 404)
        #expect(statuses.last == 429)
        #expect(try await client.send(.get, path).status == 200)
    }

    @Test func answersAreCountedToo() async throws {
        let (test, path) = try await asked(on: .sqlite)
        let client = InterfaceClient(test, throttled: true)
        var last = 0
        for _ in 0..<121 { last = try await client.send(.post, path + "/answer", #"{"answer": "no"}"#).status }
        #expect(last == 429)
    }

    private func asked(on engine: Engine) async throws -> (TestHouse, String) {
        let test = try await TestHouse(on: engine)
        try await test.makeHelper(test.cast.karim)
        _ = try await test.ask()
        await test.work()
        return (test, try test.askPath(of: test.cast.karim))
    }
}
