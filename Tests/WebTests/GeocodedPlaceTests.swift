import Domain
import Fetch
import Geography
import Persistence
import TestSupport
import Testing
import UseCases

/// « Où ? » in a town without an address base, whose installation asks the Géoplateforme: a stub that answers well, badly or not at all.
@Suite struct GeocodedPlaceTests {
    private static let base = "/t/clairval"
    private static let typed = "12 rue des Lilas"
    private static let found = """
        {"features": [{"geometry": {"coordinates": [5.001, 43.58]}, "properties": {"type": "housenumber", "score": 0.95, "housenumber": "12",
        "label": "12 Rue des Lilas 99001 Clairval", "name": "12 Rue des Lilas", "street": "Rue des Lilas", "postcode": "99001",
        "citycode": "99001", "city": "Clairval"}}]}
        """

    private static func house(_ url: String) async throws -> TestHouse {
        let address = try #require(FetchAddress(url))
        let test = try await TestHouse(insee: "99001") { clock in
            Geocoder(fetcher: CurlFetcher(threads: Geocoder.breadth), address: address, now: { clock.now })
        }
        let corners = [(4.99, 43.57), (5.02, 43.57), (5.02, 43.59), (4.99, 43.59), (4.99, 43.57)].map { Point(longitude: $0, latitude: $1) }
        let (tilleuls, region) = (try #require(test.neighbourhood("les-tilleuls")), try #require(Region(outline: corners)))
        try await test.house.write(test.town.town) { scope in
            var quartier = tilleuls
            quartier.region = region
            try Neighbourhoods(scope).save(quartier)
            try TownVersions(scope.sql).raiseSettings(of: scope.town)
        }
        try await test.house.towns.refresh()
        return test
    }

    /// Sends every page of the form, and gives the person who asked and the request's quartier.
    private static func ask(_ test: TestHouse, _ client: SiteClient) async throws -> (person: Person, quartier: ID<Neighbourhood>?) {
        for (page, fields) in [
            ("quoi", ["category": "groceries"]), ("quand", ["when": "now"]), ("ou", ["address": typed, "place": "2e étage"]),
            ("pour-qui", ["for": "me"]), ("precisions", ["details": "du lait"]),
            ("vous-joindre", ["firstName": "Paul", "email": "paul@clairval.test"]), ("verification", ["notice": "yes"]),
        ] {
            let path = "\(base)/demandes/nouvelle/\(page)"
            #expect(try await client.get(path).status == 200, "\(page)")
            let sent = try await client.post(path, fields)
            #expect(sent.status == 303 && sent.location?.contains("essai") == false, "\(page)")
        }
        let email = try #require(EmailAddress("paul@clairval.test"))
        let (person, request) = try await test.house.read(test.town.town) { scope in
            let person = try #require(try People(scope).visitors(with: email).first)
            return (person, try #require(try HelpRequests(scope).of(asker: person.id).first))
        }
        return (person, request.neighbourhood)
    }

    @Test func aFoundAddressHasItsPointAndItsQuartier() async throws {
        try await GeocoderStub.run(.answers(body: Self.found)) { stub, url in
            let test = try await Self.house(url)
            let client = try SiteClient(test)
            let completed = try await client.get("\(Self.base)/adresses?q=12%20rue%20des")
            #expect(completed.body == #"{"items":["12 Rue des Lilas 99001 Clairval"]}"#)
            let (person, quartier) = try await Self.ask(test, client)
            #expect(person.place == "12 Rue des Lilas 99001 Clairval\n2e étage")
            #expect(quartier == test.neighbourhood("les-tilleuls")?.id)
            #expect(person.spot?.point == Point(longitude: 5.001, latitude: 43.58) && person.spot?.cell == nil)
            // Once for the one who types, once for the form: the pages after it know.
            #expect(stub.requests.count == 2)
        }
    }

    @Test func onlyTheAddressLeavesTheHouse() async throws {
        try await GeocoderStub.run(.answers(body: Self.found)) { stub, url in
            let test = try await Self.house(url)
            _ = try await Self.ask(test, SiteClient(test))
            #expect(!stub.requests.isEmpty)
            for request in stub.requests {
                let lines = request.split(separator: "\r\n").map(String.init)
                #expect(lines.dropFirst().map { $0.prefix { $0 != ":" } }.sorted() == ["Accept", "Host", "User-Agent"])
                #expect(try #require(lines.first).hasPrefix("GET /search?q=12%20rue%20des%20lilas"))
                for secret in ["Paul", "paul", "lait", "tage", "clairval.test"] { #expect(!request.contains(secret), "\(secret)") }
            }
        }
    }

    static let faults: [GeocoderStub.Reply] = [
        .answers(status: "429 Too Many Requests", headers: ["Retry-After: 5"], body: "slow down"),
        .answers(status: "503 Service Unavailable", body: "<html>"), .answers(body: "<html><h1>Bienvenue</h1></html>"),
        .answers(body: #"{"features": "none"}"#), .answers(body: String(repeating: "[", count: 10 << 20)), .answers(body: ""),
        .answers(status: "302 Found", headers: ["Location: https://example.org/"], body: ""),
        .breaksOff(body: #"{"features": [{"#, missing: 1_000), .hangsUp, .hangs,
    ]

    @Test(arguments: faults)
    func whateverItAnswersOnePersonCanAsk(_ reply: GeocoderStub.Reply) async throws {
        try await GeocoderStub.run(reply) { stub, url in
            let test = try await Self.house(url)
            let (person, quartier) = try await Self.ask(test, SiteClient(test))
            #expect(person.place == "\(Self.typed)\n2e étage")
            #expect(person.spot == nil && quartier == nil)
            // One try of two seconds at most, and then it rests: nobody else waits.
            #expect(stub.requests.count == 1)
            #expect(try await SiteClient(test).get("\(Self.base)/adresses?q=rue%20Neuve").status == 204)
            #expect(stub.requests.count == 1)
        }
    }

    @Test func anAddressThatIsNotKnownCanBeKept() async throws {
        try await GeocoderStub.run(.answers(body: #"{"features": []}"#)) { stub, url in
            let test = try await Self.house(url)
            let client = try SiteClient(test)
            _ = try await client.get("\(Self.base)/demandes/nouvelle?category=groceries")
            _ = try await client.post("\(Self.base)/demandes/nouvelle/quand", ["when": "now"])
            let path = "\(Self.base)/demandes/nouvelle/ou"
            let refused = try await client.post(path, ["address": Self.typed])
            #expect(try await client.get(try #require(refused.location)).body.contains("Garder ce que j’ai écrit"))
            let asked = stub.requests.count
            let kept = try await client.post(path, ["address": Self.typed, "addressChoice": "words"])
            #expect(kept.location?.hasSuffix("/pour-qui") == true)
            #expect(stub.requests.count == asked)
        }
    }

    @Test func peopleAreToldWhereTheirAddressGoes() async throws {
        try await GeocoderStub.run(.hangsUp) { stub, url in
            let client = try SiteClient(try await Self.house(url))
            #expect(try await client.get("\(Self.base)/vos-donnees").body.contains("Géoplateforme"))
            #expect(stub.requests.isEmpty)
        }
    }

    @Test func withoutAGeocoderNobodyIsAsked() async throws {
        let test = try await TestHouse(insee: "99001")
        let client = try SiteClient(test)
        #expect(try await client.get("\(Self.base)/vos-donnees").body.contains("Géoplateforme") == false)
        #expect(try await client.get("\(Self.base)/adresses?q=12%20rue").body == #"{"items":[]}"#)
        _ = try await client.get("\(Self.base)/demandes/nouvelle?category=groceries")
        _ = try await client.post("\(Self.base)/demandes/nouvelle/quand", ["when": "now"])
        #expect(try await client.get("\(Self.base)/demandes/nouvelle/ou").body.contains("name=\"address\"") == false)
    }
}
