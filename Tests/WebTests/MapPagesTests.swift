import Database
import Domain
import Foundation
import Geography
import HTTPTypes
import Persistence
import TestSupport
import Testing
import UseCases
import Web

@Suite struct MapPagesTests {
    private static let path = "/t/clairval/carte"

    /// Squares of 800 m round the anchors of the quartiers.
    private func mapped() async throws -> TestHouse {
        let test = try await TestHouse()
        try await test.house.write(test.town.town, listings: true) { [test] scope in
            for var place in test.town.neighbourhoods {
                guard let anchor = place.anchor else { continue }
                let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1)].map {
                    Point(longitude: anchor.longitude + $0.0 * 0.005, latitude: anchor.latitude + $0.1 * 0.004)
                }
                place.region = Region(outline: corners + [corners[0]])
                try Neighbourhoods(scope).save(place)
            }
            try TownVersions(scope.sql).raiseSettings(of: scope.town)
        }
        try await test.house.towns.refresh()
        return test
    }

    private func ask(_ test: TestHouse, _ category: String = "groceries", _ place: String = "les-tilleuls") async throws {
        _ = try await NeedsPagesTests.ask(test, ["category": category, "neighbourhood": place])
    }

    private func setTiles(_ test: TestHouse) async throws {
        let actor = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        try await TownKeeping(test.house).change(.map, ["recommended": "yes"], in: test.town.town, by: actor)
    }

    @Test func theListSaysAllThatTheMapSays() async throws {
        let test = try await mapped()
        for _ in 0..<3 { try await ask(test) }
        try await ask(test, "conversation", "la-gare")
        try await ask(test, "groceries", "unknown")
        let page = try await SiteClient(test).get(Self.path)
        #expect(page.status == 200)
        let (list, drawing) = try #require(Self.parts(page.body))
        #expect(list.contains("5 besoins") && drawing.contains("5 besoins"))
        for words in ["Les Tilleuls", "La Gare", "Dans la commune", "Des courses", "Le Lac"] { #expect(list.contains(words), "\(words)") }
        #expect(list.contains("href=\"/t/clairval/demandes?categorie=groceries&amp;quartier=les-tilleuls\""))
        let shown = drawing.matches(of: /<title>([^<]*)<\/title>/).flatMap { $0.output.1.split(separator: "\n") }
        #expect(shown == ["Les Tilleuls\u{A0}: 3 besoins", "La Gare\u{A0}: 1 besoin"])
        for words in shown { #expect(list.contains(words)) }
    }

    @Test func withoutTilesThereIsNoScriptAndNobodyElse() async throws {
        let test = try await mapped()
        try await ask(test)
        let page = try await SiteClient(test).get(Self.path)
        #expect(page.body.contains("<svg class=\"map\"") && !page.body.contains("leaflet") && !page.body.contains("map.js"))
        #expect(page.headers[.contentSecurityPolicy]?.contains("img-src 'self' data:;") == true)
    }

    @Test func tilesOpenThePolicyOfThisPageForOneHost() async throws {
        let test = try await mapped()
        try await ask(test)
        try await setTiles(test)
        let client = try SiteClient(test)
        let usual = try await client.get("/t/clairval/demandes").headers[.contentSecurityPolicy]
        let page = try await client.get(Self.path)
        let again = try await client.get(Self.path)
        #expect(page.body.contains("/static/vendor/leaflet-1.9.4/leaflet.js") && page.body.contains("© IGN</a>, Licence Ouverte 2.0"))
        for answer in [page, again] {
            #expect(
                answer.headers[.contentSecurityPolicy]
                    == usual?.replacing("img-src 'self' data:", with: "img-src 'self' data: https://data.geopf.fr"))
        }
        #expect(usual?.contains("geopf") == false)
        #expect(try await client.get("/t/clairval/vos-donnees").body.contains("data.geopf.fr"))
        #expect(try await client.get("/static/vendor/leaflet-1.9.4/leaflet.js").headers[.cacheControl]?.contains("immutable") == true)
    }

    @Test func withoutLeafletTheDrawingStays() async throws {
        let test = try await mapped()
        try await ask(test)
        try await setTiles(test)
        let folder = try TemporaryFolder().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: TestHouse.repository.appending(path: "Public").path(), toPath: folder + "/Public")
        let website = try Website(
            house: test.house, settings: SiteSettings(publicURL: test.house.publicURL, publicFolder: folder + "/Public"),
            throttle: Throttle(isOn: false, now: test.house.world.now), readiness: Readiness(house: test.house, migrator: .init([])))
        let page = try await SiteClient(test, sharing: website).get(Self.path)
        #expect(page.body.contains("<svg class=\"map\"") && !page.body.contains("leaflet"))
        #expect(page.headers[.contentSecurityPolicy]?.contains("geopf") == false)
    }

    @Test func aTownWithoutBordersHasTheListAlone() async throws {
        let test = try await TestHouse()
        try await ask(test)
        let page = try await SiteClient(test).get(Self.path)
        #expect(page.body.contains("Les Tilleuls") && !page.body.contains("class=\"map\""))
    }

    @Test func theFilterIsTheListsAndComesBackWithIt() async throws {
        let test = try await mapped()
        try await ask(test)
        let client = try SiteClient(test)
        let list = try await client.get("/t/clairval/demandes?categorie=groceries")
        #expect(list.body.contains("href=\"/t/clairval/carte?categorie=groceries\""))
        let map = try await client.get("\(Self.path)?categorie=groceries")
        #expect(map.body.contains("href=\"/t/clairval/demandes?categorie=groceries\""))
        #expect(try await client.get("\(Self.path)?quartier=la-gare").body.contains("Aucun besoin ne correspond"))
        let offers = try await client.get("\(Self.path)?quoi=propositions")
        #expect(offers.body.contains("value=\"propositions\" selected") && offers.body.contains("Pas encore de proposition"))
        let odd = try await client.get("\(Self.path)?quoi=%3Cscript%3E&categorie=%22&quartier=x")
        #expect(odd.status == 200 && odd.body.contains("Les Tilleuls"))
    }

    /// The true point is sealed in the person's row; whatever the page says of a place is an anchor or a border.
    @Test func nothingOnThePageIsCloserThanAnAnchor() async throws {
        let test = try await mapped()
        try await ask(test)
        let page = try await SiteClient(test).get(Self.path)
        for secret in NeedsPagesTests.secrets { #expect(!page.body.contains(secret)) }
        let marks = page.body.matches(of: /latitude&quot;:([0-9.]+),&quot;longitude&quot;:([0-9.]+)/)
        #expect(marks.map { "\($0.output.1) \($0.output.2)" } == ["43.58 5"])
    }

    /// A new need is seen at once: the kept page goes with the town's lists.
    @Test func theKeptPageFollowsTheLists() async throws {
        let test = try await mapped()
        try await ask(test)
        let client = try SiteClient(test)
        #expect(try await client.get(Self.path).body.contains("1 besoin<"))
        try await ask(test)
        #expect(try await client.get(Self.path).body.contains("2 besoins<"))
    }

    private static func parts(_ body: String) -> (list: Substring, drawing: Substring)? {
        guard let start = body.range(of: "map-list"), let middle = body.range(of: "map-figure"), let end = body.range(of: "</figure>")
        else {
            return nil
        }
        return (body[start.upperBound..<middle.lowerBound], body[middle.upperBound..<end.lowerBound])
    }
}
