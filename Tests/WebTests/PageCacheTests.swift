import Database
import Domain
import Foundation
import HTTPTypes
import Persistence
import TestSupport
import Testing
import UseCases
import Web

/// A page may be kept until what it shows changes, and not a moment longer.
@Suite struct PageCacheTests {
    private static let list = "/t/clairval/demandes"

    private func cards(_ answer: SiteClient.Answer) -> Int { answer.body.components(separatedBy: "class=\"card\"").count - 1 }

    @Test func aChangeIsSeenAtOnce() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        #expect(cards(try await client.get(Self.list)) == 0)
        let request = try await NeedsPagesTests.ask(test)
        #expect(cards(try await client.get(Self.list)) == 1)
        #expect(cards(try await client.get(Self.list)) == 1)
        try await test.house.write(test.town.town, listings: true) { scope in
            var closed = request
            closed.status = .cancelled
            try HelpRequests(scope).save(closed, mayBePublic: true)
        }
        #expect(cards(try await client.get(Self.list)) == 0)
        #expect(try await client.get("\(Self.list)/\(request.id.text)").status == 404)
    }

    @Test func aChangeOfAnotherProcessIsSeenWhenTheVersionIsReadAgain() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let request = try await NeedsPagesTests.ask(test)
        #expect(cards(try await client.get(Self.list)) == 1)
        // As another process writes: past this one's memory.
        try await test.house.database.write(.town(test.town.town.id)) { [house = test.house, id = test.town.town.id] sql in
            var closed = request
            closed.status = .cancelled
            try HelpRequests(TownTransaction(sql, town: id, keys: house.keys)).save(closed, mayBePublic: true)
            try TownVersions(sql).raiseListings(of: id)
        }
        try await test.house.towns.refresh()
        #expect(cards(try await client.get(Self.list)) == 0)
    }

    @Test func anUnchangedPageIsNotSentAgain() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        let tag = try #require(try await client.get(Self.list).headers[.eTag])
        client.headers[.ifNoneMatch] = tag
        let again = try await client.get(Self.list)
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        #expect(again.headers[.contentSecurityPolicy] != nil)
        _ = try await NeedsPagesTests.ask(test)
        #expect(try await client.get(Self.list).status == 200)
    }

    @Test func everybodyHasTheirOwnLanguageAndTheirOwnMenu() async throws {
        let test = try await TestHouse()
        _ = try await NeedsPagesTests.ask(test)
        let visitor = try SiteClient(test)
        #expect(try await visitor.get(Self.list).body.contains("Plus tard"))
        visitor.headers[.acceptLanguage] = "en"
        #expect(try await visitor.get(Self.list).body.contains("Later"))
        try await visitor.signIn(test.cast.administrator)
        let own = try await visitor.get(Self.list)
        #expect(own.body.contains("/administration"))
        #expect(own.headers[.eTag] == nil)
        visitor.cookies = [:]
        #expect(try await visitor.get(Self.list).body.contains("/administration") == false)
    }

    @Test func todayEndsAtMidnight() async throws {
        let test = try await TestHouse()
        _ = try await NeedsPagesTests.ask(test, ["date": "22/11/2026"])
        let client = try SiteClient(test)
        #expect(try await client.get(Self.list).body.contains("Cette semaine"))
        test.clock.move(.hours(14))
        #expect(try await client.get(Self.list).body.contains("Aujourd’hui"))
    }

    @Test func aHundredAtOnceSeeTheSamePage() async throws {
        let test = try await TestHouse()
        _ = try await NeedsPagesTests.ask(test)
        let website = try SiteClient(test).website
        let bodies = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<100 {
                group.addTask { try await SiteClient(test, sharing: website).get(Self.list).body }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(bodies.count == 1)
    }
}

@Suite struct PageViewTests {
    private func views(_ test: TestHouse) async throws -> [String: Int] {
        try await test.house.database.read { sql in
            var views: [String: Int] = [:]
            try sql.run("/* PageViewTests */ SELECT town_id, day, page, views FROM page_views") { row in
                let town: Int = try row.next()
                let key = "\(town) \(try row.next() as String) \(try row.next() as String)"
                views[key] = try row.next()
            }
            return views
        }
    }

    @Test(arguments: Engine.all) func pagesAreCountedByDayAndKindAndNothingElse(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let request = try await NeedsPagesTests.ask(test)
        let client = try SiteClient(test)
        client.headers[.userAgent] = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Firefox/145.0"
        for path in ["/t/clairval/demandes", "/t/clairval/demandes", "/t/clairval/demandes/\(request.id.text)", "/t/clairval/"] {
            #expect(try await client.get(path).status == 200)
        }
        _ = try await client.get("/t/clairval/theme.css")
        _ = try await client.get("/t/clairval/nulle-part")
        client.headers[.userAgent] = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"
        _ = try await client.get("/t/clairval/demandes")
        client.headers[.userAgent] = nil
        _ = try await client.get("/t/clairval/demandes")
        try await client.website.views.flush()
        let town = test.town.town.id
        let expected = ["\(town) 2026-11-21 /demandes": 2, "\(town) 2026-11-21 /demandes/{id}": 1, "\(town) 2026-11-21 /": 1]
        #expect(try await views(test) == expected)
        try await client.website.views.flush()
        #expect(try await views(test) == expected)
    }

    @Test func whatCannotBeWrittenWaits() async throws {
        let test = try await TestHouse()
        let views = PageViews(test.house)
        views.count("/demandes", of: test.town.town, userAgent: "Firefox")
        try await test.house.database.write(.schema) { try $0.script("ALTER TABLE page_views RENAME TO gone") }
        await #expect(throws: DatabaseError.self) { try await views.flush() }
        try await test.house.database.write(.schema) { try $0.script("ALTER TABLE gone RENAME TO page_views") }
        views.count("/demandes", of: test.town.town, userAgent: "Firefox")
        try await views.flush()
        #expect(try await self.views(test).values.first == 2)
    }
}
