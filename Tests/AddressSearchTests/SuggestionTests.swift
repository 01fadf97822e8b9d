import AddressSearch
import Geography
import Testing

@Suite struct SuggestionTests {
    private let base = Samples.base

    @Test func givesTheDoorsReferenceAndPlace() throws {
        let row = try #require(Samples.rows.first { $0.street == "Rue Victor Hugo" && $0.number == 12 && $0.suffix == "ter" })
        let found = try #require(base.suggestions(for: "12ter rue victor hugo").first)
        #expect(found.kind == .number && found.reference == row.reference)
        #expect(found.number?.number == 12 && found.number?.suffix == "ter")
        #expect(found.point.distance(to: row.point) < 0.05)
        #expect(found.insee == row.insee && found.postcode == row.postcode && !found.numberUnknown && found.nearest.isEmpty)
    }

    @Test func anUnknownNumberLeadsToTheStreetAndTheNumbersBesideIt() throws {
        let found = try #require(base.suggestions(for: "13 rue Victor Hugo 13990").first)
        #expect(found.kind == .street && found.numberUnknown && found.reference == nil)
        #expect(found.nearest.map(\.label) == ["12", "12 bis", "12 ter", "14"])
    }

    @Test(arguments: [(0, ["1", "3", "12", "12 bis"]), (500_000, ["12 bis", "12 ter", "14", "20 a"])])
    func theNumbersBesideItEndWithTheStreet(number: Int, nearest: [String]) throws {
        let found = try #require(base.suggestions(for: "\(number) rue Victor Hugo 13990 Saint-Aubin-d’Œuvre").first)
        #expect(found.nearest.map(\.label) == nearest)
    }

    @Test func aStreetAloneHasNoReference() throws {
        let found = try #require(base.suggestions(for: "boulevard de la république").first)
        #expect(found.kind == .street && found.reference == nil && found.number == nil && found.unmatched.isEmpty)
        #expect(found.score > 0.8)
    }

    @Test func findsCommunesAndLocalities() throws {
        let commune = try #require(base.suggestions(for: "belleroche").first)
        #expect(commune.kind == .commune && commune.city == "Belleroche" && commune.street.isEmpty)
        #expect(commune.label == "13980 Belleroche")
        let locality = try #require(base.suggestions(for: "bruyeres").first)
        #expect(locality.kind == .locality && locality.street == "Les Bruyères" && locality.reference == nil)
    }

    @Test func findsAStreetByItsOtherName() throws {
        let found = try #require(base.suggestions(for: "3 ancienne route royale").first)
        #expect(found.street == "Rue du Général de Gaulle" && found.alias == "Ancienne Route Royale" && found.number?.number == 3)
        #expect(base.suggestions(for: "3 rue du general de gaulle").first?.alias == nil)
    }

    @Test func tellsWhatItDoesNotExplain() throws {
        let found = try #require(base.suggestions(for: "12 rue victor hugo montcuq").first)
        #expect(found.street == "Rue Victor Hugo" && found.unmatched == ["montcuq"])
        #expect(found.score < 0.8)
    }

    @Test func theTownThatIsWrittenWins() {
        #expect(labels("rue victor hugo belleroche").first == "Rue Victor Hugo 13980 Belleroche")
        #expect(labels("rue victor hugo 13980").first == "Rue Victor Hugo 13980 Belleroche")
        #expect(labels("13980 rue victor hugo 2").first == "2 Rue Victor Hugo 13980 Belleroche")
        #expect(labels("imp saint jean 13991").first == "Impasse Saint-Jean 13991 Saint-Aubin-d’Œuvre")
    }

    @Test func ofEqualsTheNearOnesComeFirst() {
        let there = Point(longitude: 6, latitude: 45)
        #expect(base.suggestions(for: "rue victor hugo").first?.city == "Saint-Aubin-d’Œuvre")
        #expect(base.suggestions(for: "rue victor hugo", near: there).first?.city == "Belleroche")
        #expect(base.suggestions(for: "rue victor hugo", communes: ["13980"]).first?.city == "Belleroche")
        #expect(base.suggestions(for: "rue victor hugo saint aubin", communes: ["13980"]).first?.city == "Saint-Aubin-d’Œuvre")
        #expect(base.suggestions(for: "rue", communes: ["13980"]).first?.insee == "13980")
    }

    @Test func orderIsByScoreAndTheSameEachTime() {
        for text in ["rue", "saint", "r v", "belle", "general"] {
            let found = base.suggestions(for: text)
            #expect(!found.isEmpty)
            #expect(zip(found, found.dropFirst()).allSatisfy { $0.score >= $1.score })
            #expect(found.allSatisfy { (0...1).contains($0.score) })
            #expect(found == base.suggestions(for: text))
        }
    }

    @Test(arguments: [(0, 0), (-3, 0), (1, 1), (3, 3)])
    func givesNoMoreThanTheLimit(limit: Int, count: Int) {
        #expect(base.suggestions(for: "rue", limit: limit).count == count)
    }
}
