import Domain
import HTML
import HTTPTypes
import Hummingbird
import Localization
import Logging
import NIOCore
import NIOEmbedded
import Observation
import Persistence
import TestSupport
import Testing
import UseCases
@testable import Web

/// What is seen before anything else: the list of towns, a town's home, and what machines ask.
@Suite struct DoorstepTests {
    @Test func theListOfTownsSpeaksTheLanguageThatWasChosen() async throws {
        let test = try await TestHouse()
        let client = try SiteClient(test)
        #expect(try await client.get("/?lang=en").status == 303)
        let page = try await client.get("/").body
        #expect(page.contains("<html lang=\"en\">"))
        #expect(page.contains("http://entraide.test/t/clairval/") && page.contains("Ailleurs"))
        #expect(!page.contains("⟦"))
    }

    @Test func fewAreNotCountedOnTheHomePage() async throws {
        let test = try await TestHouse()
        #expect(try await SiteClient(test).get("/t/clairval/").body.contains("id=\"chiffres\"") == false)
    }

    @Test func whatCouldBeFoundBySubtractingIsNotSaid() async throws {
        let test = try await TestHouse()
        var context = TownFigures(from: test.clock.now, to: test.clock.now)
        let app = AppContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
        let town = TownContext(
            source: .init(
                app: app, facts: test.town, base: "/t/clairval", language: .fr, catalogue: test.house.catalogue, viewer: nil, network: "n"))
        func page(_ requests: Int, _ served: Int, helpers: Int = 0) -> String {
            (context.requests, context.served, context.helpers) = (requests, served, helpers)
            return HomePage(site: Site(town, "/"), figures: context).content.html
        }
        #expect(page(40, 20).contains("<dd>20</dd>"))
        #expect(page(25, 20).contains("<dd>20</dd>") == false)
        #expect(page(20, 20).contains("<dd>20</dd>"))
        #expect(page(0, 0, helpers: 11).contains("<dd>11</dd>"))
        #expect(page(0, 0, helpers: 10).contains("id=\"chiffres\"") == false)
    }

    @Test func figuresForMachinesNeedTheToken() async throws {
        let test = try await TestHouse()
        #expect(try await SiteClient(test).get("/metrics").status == 404)
        let controller = MetricsController(house: test.house, figures: Prometheus(), token: "jeton")
        let app = AppContext(source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
        func status(_ authorization: String?) async throws -> Int {
            var fields: HTTPFields = [:]
            fields[.authorization] = authorization
            let head = HTTPRequest(method: .get, scheme: "http", authority: "entraide.test", path: "/metrics", headerFields: fields)
            return try await controller.show(Request(head: head, body: RequestBody(buffer: ByteBuffer())), app).status.code
        }
        #expect(try await [status(nil), status("Bearer autre"), status("jeton"), status("Bearer jeton")] == [401, 401, 401, 200])
    }

    @Test func aTownOnItsOwnHostHasTheFilesOfTheInstance() async throws {
        let test = try await TestHouse()
        _ = try await TownKeeping(test.house).open(
            TownOpening(slug: "chezsoi", name: "Chez Soi", host: "entraide.test", administrator: "a@chezsoi.test"))
        let client = try SiteClient(test)
        #expect(try await client.get("/").body.contains("Chez Soi"))
        #expect(try await client.get("/static/app.css").status == 200)
        #expect(try await client.get("/health/live").status == 200)
    }
}
