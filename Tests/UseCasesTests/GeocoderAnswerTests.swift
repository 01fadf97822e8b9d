import Domain
import Foundation
import TestSupport
import Testing

@testable import UseCases

/// Whatever the other side writes.
@Suite struct GeocoderAnswerTests {
    private static let town = Town(id: 1, slug: "clairval", name: "Clairval", insee: "99001", createdAt: TestClock.start)

    private static func read(_ text: String, for typed: String = "12 rue des lilas") throws -> [AddressCandidate] {
        let question = try #require(GeocoderQuestion(typed, in: town, .finding))
        return try GeoplateformeAnswer(Array(text.utf8)).candidates(for: question)
    }

    @Test(arguments: [
        "", "<html><body>502</body></html>", "[]", "null", "{}", #"{"features": 3}"#, #"{"features": [{"#, "\u{0}\u{1}",
        String(repeating: "[", count: 2_000),
    ])
    func whatIsNoAnswerThrows(_ text: String) { #expect(throws: (any Error).self) { try Self.read(text) } }

    @Test func aFeatureThatIsNoneIsPassedOver() throws {
        let bad: [Any] = [
            3, "text", NSNull(), [String: Any](), ["geometry": [Double]()],
            GeocoderSamples.feature(["label": nil]), GeocoderSamples.feature(["label": 12]), GeocoderSamples.feature(["score": "high"]),
            GeocoderSamples.feature(["citycode": 99_001]), GeocoderSamples.feature(["label": " \u{202E} "]),
            GeocoderSamples.feature(["label": String(repeating: "x", count: 201)]), GeocoderSamples.feature(coordinates: []),
            GeocoderSamples.feature(coordinates: [5]), GeocoderSamples.feature(coordinates: [500, 43.58]),
        ]
        #expect(try Self.read(GeocoderSamples.text(bad + [GeocoderSamples.door])).map(\.label) == ["12 Rue des Lilas 99001 Clairval"])
    }

    @Test(arguments: ["NaN", "Infinity", "1e999", "-1e999"])
    func noPlaceOnEarthIsNoPlace(_ number: String) throws {
        let text = try GeocoderSamples.text([GeocoderSamples.door]).replacing("43.58", with: number)
        #expect(text.contains(number))
        #expect(((try? Self.read(text)) ?? []).isEmpty)
    }

    @Test func onlyPlacesOfTheCommuneWhereSomebodyLives() throws {
        let features = [
            GeocoderSamples.feature(["citycode": "99002"]), GeocoderSamples.feature(["type": "municipality"]),
            GeocoderSamples.feature(["type": "poi"]), GeocoderSamples.street,
            GeocoderSamples.wide("locality", "Le Hameau"),
        ]
        let found = try Self.read(GeocoderSamples.text(features))
        #expect(found.map(\.label) == ["Rue des Lilas 99001 Clairval", "Le Hameau 99001 Clairval"])
        #expect(found.allSatisfy { $0.house == nil && $0.lacksNumber })
        #expect(try Self.read(GeocoderSamples.text(features), for: "rue des lilas").allSatisfy { !$0.lacksNumber })
    }

    /// The Géoplateforme's 0.7 is where an address is taken without asking again.
    @Test func belowSevenTenthsThePersonIsAsked() throws {
        for (score, isFound) in [(0.69, false), (0.70, true), (1.3, true)] {
            let candidates = try Self.read(GeocoderSamples.text([GeocoderSamples.feature(["score": score])]))
            let finding = AddressFinding(candidates, for: "12 rue lilas")
            #expect((finding.choices.isEmpty && finding.refusal == nil) == isFound, "\(score)")
            #expect(candidates.allSatisfy { $0.score <= 1 })
        }
    }

    @Test func aParisianAddressBearsItsArrondissement() throws {
        var paris = Self.town
        paris.insee = "75056"
        let question = try #require(GeocoderQuestion("12 rue des lilas", in: paris, .finding))
        let text = try GeocoderSamples.text(["75113", "75121"].map { GeocoderSamples.feature(["citycode": $0]) })
        #expect(try GeoplateformeAnswer(Array(text.utf8)).candidates(for: question).map(\.street.insee) == ["75113"])
        #expect(paris.holds("75113") && paris.holds("75056") && !paris.holds("69381"))
    }
}
