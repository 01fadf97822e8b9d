import Domain
import HTTPTypes
import TestSupport
import Testing
import UseCases

@Suite struct ServiceOperationsTests {
    private struct Service: Decodable {
        struct Hours: Decodable, Equatable {
            var weekday: Int
            var from: String
            var until: String
        }
        var name: String
        var topics: [String]
        var categories: [String]?
        var neighbourhoods: [String]?
        var phones: [String]
        var hours: [Hours]
        var standing: String
        var openUntil: String?
        var opensAt: String?
        var checkedOn: String
    }
    private struct Page: Decodable {
        var items: [Service]
        var next: String?
    }

    @Test(arguments: Engine.all) func theDirectoryIsReadAndFiltered(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await test.addService("Nuit", ["topic-food": "", "topic-shelter": "yes", "helps": "all", "hours-6": "19 h - 2 h"])
        try await test.addService("Épicerie", ["zone": "some", "zone-le-lac": "yes"])
        let client = InterfaceClient(test)
        let answer = try await client.send(.get, "/towns/clairval/services")
        let page: Page = try answer.json()
        #expect(answer.body.contains("\"next\":null"))
        #expect(page.items.map(\.name) == ["Épicerie", "Nuit"] && page.items.map(\.standing) == ["open", "closed"])
        #expect(page.items[0].openUntil == "2026-11-21T11:00:00.000Z" && page.items[0].neighbourhoods == ["le-lac"])
        #expect(page.items[0].categories == ["groceries"] && page.items[0].checkedOn == "2026-11-20")
        #expect(page.items[1].opensAt == "2026-11-21T18:00:00.000Z" && page.items[1].categories == nil)
        #expect(page.items[1].hours == [Service.Hours(weekday: 6, from: "19:00", until: "02:00")])
        for (query, names) in [
            ("topic=shelter", ["Nuit"]), ("neighbourhood=les-tilleuls", ["Nuit"]), ("open=now", ["Épicerie"]),
            ("topic=x&open=later", ["Épicerie", "Nuit"]),
        ] {
            let page: Page = try await client.send(.get, "/towns/clairval/services?\(query)").json()
            #expect(page.items.map(\.name) == names, "\(query)")
        }
        let elsewhere: Page = try await client.send(.get, "/towns/ailleurs/services").json()
        #expect(elsewhere.items.isEmpty)
    }
}
