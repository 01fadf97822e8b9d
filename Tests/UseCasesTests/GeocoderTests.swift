import Domain
import Fetch
import Geography
import TestSupport
import Testing

@testable import UseCases

/// Without a network: what is asked, what is made of the answers, and when nobody is asked at all.
@Suite struct GeocoderTests {
    private let clock = TestClock()
    private let fetcher: MemoryFetcher
    private let geocoder: Geocoder
    private let town = Town(id: 1, slug: "clairval", name: "Clairval", insee: "99001", createdAt: TestClock.start)

    init() throws {
        fetcher = MemoryFetcher(try GeocoderSamples.answer([GeocoderSamples.door]))
        let address = try #require(FetchAddress("https://geocoder.test/geo"))
        geocoder = Geocoder(fetcher: fetcher, address: address, now: { [clock] in clock.now })
    }

    private func find(_ text: String = "12 rue des Lilas") async -> [AddressCandidate]? {
        await geocoder.candidates(for: text, in: town, .finding)
    }

    @Test func aDoorIsFound() async throws {
        let door = try #require(await find()?.first)
        #expect(door.label == "12 Rue des Lilas 99001 Clairval" && door.house == "12" && door.isInTown && !door.lacksNumber)
        #expect(door.street == AddressStreet.Key(insee: "99001", name: "Rue des Lilas", postcode: "99001"))
        #expect(door.point.longitude == 5.001 && door.point.latitude == 43.58)
        #expect(AddressFinding([door], for: "12 rue des lilas") == .found(door))
    }

    @Test func theAddressAndTheCommuneAreAllThatLeaves() async throws {
        _ = await find("  12  rue des Lilas\u{202E} & co ")
        _ = await geocoder.candidates(for: "rue des l", in: town, .completing)
        let base = "https://geocoder.test/geo/search?q="
        #expect(
            fetcher.requests.map(\.address.text) == [
                base + "12%20rue%20des%20lilas%20%26%20co&index=address&citycode=99001&limit=10&autocomplete=0",
                base + "rue%20des%20l&index=address&citycode=99001&limit=10&autocomplete=1",
            ])
        #expect(fetcher.requests.allSatisfy { $0.timeout <= .seconds(2) && $0.limit <= 1 << 20 })
    }

    @Test func whatCannotBeAskedIsNotAsked() async {
        for text in ["", "12", "  ?!  ", String(repeating: "a", count: 201)] { #expect(await find(text) == []) }
        let nowhere = Town(id: 2, slug: "ailleurs", name: "Ailleurs", createdAt: TestClock.start)
        #expect(await geocoder.candidates(for: "12 rue des Lilas", in: nowhere, .finding) == [])
        #expect(fetcher.requests.isEmpty)
    }

    @Test func anAnswerServesForADayAndNoneForTenMinutes() async throws {
        for text in ["12 rue des Lilas", " 12 RUE des  lilas "] { #expect(await find(text)?.count == 1) }
        #expect(fetcher.requests.count == 1)
        clock.move(.hours(24))
        _ = await find()
        #expect(fetcher.requests.count == 2)
        fetcher.answer(.success(try GeocoderSamples.answer([])))
        for _ in 1...2 { #expect(await find("3 rue Neuve") == []) }
        #expect(fetcher.requests.count == 3)
        clock.move(.minutes(10))
        _ = await find("3 rue Neuve")
        #expect(fetcher.requests.count == 4)
    }

    @Test func aDoorThatWasProposedIsKnownWhenItIsChosen() async throws {
        fetcher.answer(.success(try GeocoderSamples.answer([GeocoderSamples.feature(["score": 0.3]), GeocoderSamples.street])))
        let proposed = try #require(await geocoder.candidates(for: "12 rue des l", in: town, .completing))
        let chosen = try #require(await find(proposed[0].label))
        #expect(AddressFinding(chosen, for: proposed[0].label).refusal == nil)
        #expect(fetcher.requests.count == 1)
    }

    @Test func anAnswerOfOneTownIsNotGivenInAnother() async {
        _ = await find()
        let other = Town(id: 2, slug: "ailleurs", name: "Ailleurs", insee: "99002", createdAt: TestClock.start)
        #expect(await geocoder.candidates(for: "12 rue des Lilas", in: other, .finding) == [])
        #expect(fetcher.requests.count == 2)
    }

    @Test(arguments: [(nil, 5), (Duration.seconds(30), 30), (.seconds(1), 5), (.hours(9), 600)] as [(Duration?, Int)])
    func askedTooOftenItIsLeftAloneUntilItSaid(_ retryAfter: Duration?, _ seconds: Int) async throws {
        fetcher.answer(.success(FetchAnswer(status: 429, retryAfter: retryAfter)))
        #expect(await find() == nil)
        fetcher.answer(.success(try GeocoderSamples.answer([GeocoderSamples.door])))
        clock.move(.seconds(seconds) - .milliseconds(1))
        #expect(await find() == nil)
        #expect(fetcher.requests.count == 1)
        clock.move(.milliseconds(1))
        #expect(await find()?.count == 1)
    }

    @Test(arguments: [FetchError.tooLate, .tooLarge, .unreachable("gone")])
    func afterAFailureItRests(_ error: FetchError) async {
        fetcher.answer(.failure(error))
        for _ in 1...3 { #expect(await find() == nil) }
        #expect(fetcher.requests.count == 1)
        clock.move(.seconds(5))
        for _ in 1...3 { #expect(await find() == nil) }
        #expect(fetcher.requests.count == 2)
    }

    @Test func aQuestionThatIsRefusedDoesNotSilenceTheOthers() async throws {
        fetcher.answer(.success(FetchAnswer(status: 400)))
        #expect(await find("rue ???") == nil)
        fetcher.answer(.success(try GeocoderSamples.answer([GeocoderSamples.door])))
        #expect(await find()?.count == 1)
    }
}
