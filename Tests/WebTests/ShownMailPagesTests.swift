import Database
import Domain
import Foundation
import HTTPTypes
import JobQueue
import Logging
import Persistence
import TestSupport
import Testing
import UseCases
import Web

/// The demo's mail box: for a demo without a mail server, and for somebody at this computer.
@Suite struct ShownMailPagesTests {
    private static let link = "http://entraide.test/t/clairval/connexion/abc"

    private struct Listed: Decodable {
        struct Item: Decodable {
            var to: [String]
            var subject: String
            var text: String
            var html: String
            var links: [String]
            var at: String
            var town: String
        }
        var items: [Item]
    }

    private func demo() async throws -> TestHouse {
        let test = try await TestHouse()
        try await test.house.database.write(.unordered) { [town = test.town.town.id] sql in
            try Instance(sql).set("demo", to: "yes")
            try TownVersions(sql).raiseSettings(of: town)
        }
        try await test.house.towns.refresh()
        return test
    }

    @discardableResult private func mail(_ subject: String, in town: TownFacts, of test: TestHouse) async throws -> OutboundMail {
        let mail = OutboundMail(
            id: test.house.world.id(), recipient: try #require(test.cast.karim.email),
            letter: Letter(
                kind: "test", subject: subject, paragraphs: ["Bonjour,", "Entrez : \(Self.link).", "<script>alert(1)</script>"]),
            language: "fr", createdAt: test.clock.now)
        try await test.house.write(town.town) { scope in
            try OutboundMails(scope).insert(mail)
            try Jobs(scope.sql).enqueue("mail", town: town.town.id, payload: mail.id.text, due: mail.createdAt.milliseconds)
        }
        return mail
    }

    @Test func showsTheMailOfEveryTownNewestFirst() async throws {
        let test = try await demo()
        let mail = try await mail("Un <b>code</b>", in: test.town, of: test)
        test.clock.move(.minutes(1))
        try await self.mail("D’ailleurs", in: test.elsewhere, of: test)
        let client = try SiteClient(test, showsMail: true)
        let json = try await client.get("/dev/mail.json")
        let items = try JSONDecoder().decode(Listed.self, from: Data(json.body.utf8)).items
        #expect(items.map(\.town) == ["ailleurs", "clairval"])
        #expect(items[1].to == [mail.recipient.text] && items[1].subject == "Un <b>code</b>" && items[1].links.first == Self.link)
        let list = try await client.get("/dev/mail").body
        #expect(list.contains("Un &lt;b&gt;code&lt;/b&gt;"))
        let page = try await client.get("/dev/mail/clairval/\(mail.id.text)")
        #expect(page.status == 200 && page.body.contains("<a href=\"\(Self.link)\">"))
        #expect(!page.body.contains("<script>alert"))
        #expect(try await client.get("/dev/mail/ailleurs/\(mail.id.text)").status == 404)
    }

    @Test func isThereForNobodyElse() async throws {
        let test = try await demo()
        try await mail("Bonjour", in: test.town, of: test)
        let distant = try SiteClient(test, showsMail: true)
        distant.headers[try #require(HTTPField.Name("X-Forwarded-For"))] = "127.0.0.1"
        let sending = try SiteClient(test)
        let real = try SiteClient(try await TestHouse(), showsMail: true)
        for path in ["/dev/mail", "/dev/mail.json", "/dev/mail/clairval/1"] {
            for client in [distant, sending, real] { #expect(try await client.get(path).status == 404, "\(path)") }
        }
    }

    @Test func whatIsShownHasArrived() async throws {
        let test = try await demo()
        let mail = try await mail("Bonjour", in: test.town, of: test)
        let now = test.clock
        let worker = Worker(
            database: test.house.database, handlers: ShownMails(test.house).handlers, bell: test.house.bell,
            now: { now.now.milliseconds }, logger: Logger(label: "test"))
        await worker.drain()
        let left = try await test.house.database.read { try Jobs($0).deadLetters().count }
        #expect(left == 0)
        #expect(try await test.house.read(test.town.town) { try OutboundMails($0).waiting(mail.id) } == nil)
    }
}
