@testable import Domain
import Geography
import Testing

@Suite struct AddressFindingTests {
    private func candidate(
        _ street: String, _ house: String?, score: Double, lacksNumber: Bool = false, city: String = "Clairval", isInTown: Bool = true
    ) -> AddressCandidate {
        AddressCandidate(
            label: [house, street, city].compactMap(\.self).joined(separator: " "),
            street: .init(insee: "13200", name: street, postcode: ""), city: city, house: house,
            point: Point(longitude: 5, latitude: 43), score: score, lacksNumber: lacksNumber, isInTown: isInTown)
    }

    @Test func oneThatStandsOutIsFound() {
        let one = candidate("Rue des Lilas", "12", score: 0.97)
        #expect(AddressFinding([one, candidate("Rue des Lys", "12", score: 0.7)], for: "12 rue des lilas") == .found(one))
    }

    @Test func twoThatAreAsLikelyAreShown() {
        let two = [candidate("Rue des Lilas", "12", score: 0.96), candidate("Rue des Lilas de la Gare", "12", score: 0.95)]
        #expect(AddressFinding(two, for: "12 lilas") == .several(two))
    }

    @Test func ofTwoThatAreAsLikelyTheOneThatWasTypedIsFound() {
        var one = candidate("Rue des Lilas", "12", score: 0.96)
        one.isExact = true
        #expect(AddressFinding([candidate("Rue des Lilas de la Gare", "12", score: 0.97), one], for: "12 r. des lilas") == .found(one))
    }

    @Test func theLabelOfOneChoosesIt() {
        let two = [candidate("Rue des Lilas", "12", score: 0.96), candidate("Rue des Lilas de la Gare", "12", score: 0.95)]
        #expect(AddressFinding(two, for: "12 rue des Lilas de la gare, clairval") == .found(two[1]))
    }

    @Test func aStreetAsksForItsNumberAndItsLabelIsEnough() {
        let street = candidate("Rue des Lilas", nil, score: 1)
        #expect(AddressFinding([street], for: "rue des lilas") == .noNumber([street]))
        #expect(AddressFinding([street], for: street.label) == .found(street))
    }

    @Test func anUnknownNumberShowsItsNeighbours() {
        let street = candidate("Rue des Lilas", nil, score: 0.95, lacksNumber: true)
        let near = candidate("Rue des Lilas", "12", score: 0.95)
        let finding = AddressFinding([street, near], for: "13 rue des lilas")
        #expect(finding == .noNumber([street, near]))
        #expect(finding.refusal?.key == "refusal.address.unknownNumber")
    }

    @Test func elsewhereAndNowhereHaveTheirOwnAnswers() {
        let far = candidate("Rue Lointaine", "1", score: 0.98, city: "Voisins", isInTown: false)
        #expect(AddressFinding([far], for: "1 rue lointaine").refusal == .init("address", "refusal.address.outside", ["city": "Voisins"]))
        #expect(AddressFinding([], for: "zzz") == .unknown)
        #expect(AddressFinding([candidate("Rue", "1", score: 0.2)], for: "zzz") == .unknown)
    }
}

@Suite struct PlaceFormTests {
    private let quartier = Neighbourhood(id: ID(high: 1, low: 1), slug: "les-tilleuls", name: "Les Tilleuls")

    private func read(_ fields: [String: String], _ finding: PlaceFinding? = nil) -> (PlaceForm.Answer, [Refusal.Field]) {
        var reader = FormReader()
        let answer = PlaceForm(fields).read(&reader, [quartier], finding)
        return (answer, reader.refusals)
    }

    @Test func withoutAnAddressTheQuartierIsAsked() {
        #expect(read([:]).1.map(\.name) == ["neighbourhood"])
        #expect(read(["neighbourhood": "les-tilleuls", "place": "2e"]).0 == .init(neighbourhood: quartier.id, text: "2e"))
        #expect(read(["neighbourhood": "unknown"]).1.isEmpty)
    }

    @Test func aFoundAddressBringsItsQuartierAndItsSpot() {
        let point = Point(longitude: 5, latitude: 43), street = AddressStreet.Key(insee: "13200", name: "Rue", postcode: "")
        let spot = Spot(point: point, cell: 3, street: street, house: "1")
        let found = AddressCandidate(
            label: "1 Rue Clairval", street: street, city: "Clairval", house: "1", point: point, score: 1, isInTown: true)
        let finding = PlaceFinding(address: .found(found), neighbourhood: quartier.id, spot: spot)
        let (answer, refusals) = read(["address": "1 rue", "place": "2e étage"], finding)
        #expect(refusals.isEmpty)
        #expect(answer == .init(neighbourhood: quartier.id, text: "1 Rue Clairval\n2e étage", spot: spot))
    }

    @Test func whatIsNotFoundIsRefusedUntilOneKeepsOnesWords() {
        let lost = PlaceFinding(address: .unknown)
        #expect(read(["address": "au moulin"], lost).1.map(\.key) == ["refusal.address.unknown"])
        let (answer, refusals) = read(["address": "au moulin", "addressChoice": "words", "place": "derrière"], lost)
        #expect(refusals.isEmpty)
        #expect(answer == .init(text: "au moulin\nderrière"))
    }

    @Test func aChosenLabelIsWhatIsLookedUp() {
        #expect(PlaceForm(["address": "lilas", "addressChoice": "12 Rue des Lilas"]).typedAddress == "12 Rue des Lilas")
        #expect(PlaceForm(["address": " \u{202E} "]).typedAddress == nil)
    }
}
