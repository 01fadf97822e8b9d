import Domain
import Foundation
import HTTPTypes
import Persistence
import TestSupport
import Testing
import UseCases

@Suite struct CapacityOperationsTests {
    private struct Notice: Decodable, Equatable {
        var standing: String
        var words: String
        var answerBy: String
    }
    private struct Created: Decodable { var capacity: Notice? }
    private struct Categories: Decodable {
        struct Item: Decodable {
            var key: String
            var capacity: Notice?
        }
        var items: [Item]
    }

    private static func body(_ fields: String) -> String {
        """
        {"category": "groceries", "neighbourhood": "les-tilleuls", "for": "me", "firstName": "Jeanne",
         "email": "jeanne@clairval.test", "notice": true, \(fields)}
        """
    }
    private static let weekly = body(#""when": "every", "rhythm": "weekly""#)
    private static let path = "/towns/clairval/requests"

    /// Three ask for groceries in Les Tilleuls every week, and one helper may be asked four times.
    private func strained(_ engine: Engine = .sqlite, helpers: Int = 1) async throws -> InterfaceClient {
        let test = try await TestHouse(on: engine)
        let cell = LoadCell(try #require(test.category("groceries")).id, test.neighbourhood("les-tilleuls")?.id)
        try await test.house.write(test.town.town) { scope in
            try Loads(scope).replace(
                by: [Load(cell: cell, work: LoadWork(open: 3, matched: 1, expected: 3), helpers: helpers, needed: 30, allowed: 12)],
                at: test.clock.now)
        }
        return InterfaceClient(test)
    }

    @Test(arguments: Engine.all) func whoAsksIsToldInWordsAndByWhen(_ engine: Engine) async throws {
        let client = try await strained(engine)
        let answer = try await client.send(.post, Self.path, Self.weekly)
        #expect(answer.status == 201, "it is recorded all the same")
        let notice = try #require(try answer.json(Created.self).capacity)
        #expect(notice.standing == "heavy" && notice.answerBy == "2026-11-22T09:00:00.000Z")
        #expect(notice.words.contains("compter 3 semaines") && notice.words.contains("enregistrée quoi qu’il arrive"))
        for count in ["30", "12"] { #expect(!notice.words.contains(count), "never a count") }
    }

    @Test func theNoticeSpeaksTheCallersLanguage() async throws {
        let client = try await strained(helpers: 0)
        let headers: HTTPFields = [.contentType: "application/json", .acceptLanguage: "en"]
        let notice = try await client.send(.post, Self.path, Self.weekly, headers: headers).json(Created.self).capacity
        #expect(notice?.standing == "nobody" && notice?.words.contains("Les Tilleuls") == true)
        #expect(notice?.words.contains("semaines") == false)
    }

    @Test func whatIsUrgentOrHasPriorityPassesWithoutIt() async throws {
        let client = try await strained()
        let urgent = Self.body(#""when": "now""#)
        let priority = Self.body(#""when": "every", "rhythm": "weekly", "\#(Criterion.over70.field)": true"#)
        for body in [urgent, priority] {
            let answer = try await client.send(.post, Self.path, body)
            #expect(answer.status == 201 && !answer.body.contains("capacity"), "\(answer.body)")
        }
    }

    @Test(arguments: Engine.all) func theListSaysItOfTheQuartierThatIsAsked(_ engine: Engine) async throws {
        let client = try await strained(engine)
        func said(_ query: String) async throws -> [String] {
            let list = try await client.send(.get, "/towns/clairval/categories" + query).json(Categories.self)
            return list.items.filter { $0.capacity != nil }.map(\.key)
        }
        #expect(try await said("?neighbourhood=les-tilleuls") == ["groceries"])
        #expect(try await said("?neighbourhood=la-gare").isEmpty)
        for query in ["?neighbourhood=nowhere", ""] { #expect(try await said(query).isEmpty) }
    }
}
