import Testing
@testable import Domain

@Suite struct CallerQueryTests {
    private func person(
        _ first: String, _ last: String?, phone: String? = nil, place: String? = nil, born: String? = nil, year: Int? = nil, id: UInt64 = 1
    ) -> Person {
        var person = Person(
            id: ID(high: 0, low: id), firstName: first, lastName: last, phone: phone.flatMap(PhoneNumber.init), channel: .phone,
            place: place,
            birthYear: year, createdAt: Moment(milliseconds: 0))
        person.bornOn = born.flatMap { CivilDay($0) }
        return person
    }

    private var jeanne: Person {
        person("Jeanne", "Gauthier", phone: "06 12 34 56 78", place: "12 bis rue des Lilas, 38000 Grenoble", born: "14/03/1938")
    }

    /// As the house does: someone with a term of each part, who fits.
    private func finds(_ typed: String, _ person: Person) -> Bool {
        guard let query = CallerQuery(typed) else { return false }
        return query.parts.allSatisfy { !person.callerTerms.isDisjoint(with: $0.terms) } && query.fits(person)
    }

    @Test(arguments: [
        "gau", "gaut", "gauth", "gauthi", "GAUTHIER", "gotié", "Gautier", "jeanne", "Jane gotier", "gauthier jeanne", "jea gau",
        "0612345678", "06 12 34 56 78", "+33 6 12 34 56 78", "0033612345678", "06.12.34", "06 12 34 5", "061234567", "5678",
        "14/03/1938", "14 03 1938", "14031938", "1938", "gauthier 1938", "gauthier, 14/03/1938", "12 lilas", "rue des lilas",
        "12 rue des lilas",
        "rue lil", "gauthier rue des lilas", "12 bis rue des Lilas", "gauthier 5678", "gauthier 06 12 34 56 78",
    ]) func findsWhoIsMeant(_ typed: String) { #expect(finds(typed, jeanne), "\(typed)") }

    @Test(arguments: [
        "martin", "gauthier marie", "06 12 34 99", "0612345679", "5679", "14/03/1939", "1939", "gauthier 1939", "rue des roses",
        "14 rue des lilas",
        "lilas", "grenoble",
    ]) func findsNobodyElse(_ typed: String) { #expect(!finds(typed, jeanne), "\(typed)") }

    @Test(arguments: ["", " ", "g", "06 12", "12", "le", "...", "+", "📞", "31/02/1938"]) func tooLittleIsNoSearch(_ typed: String) {
        let query = CallerQuery(typed)
        #expect(query == nil || query?.parts.allSatisfy { jeanne.callerTerms.isDisjoint(with: $0.terms) } == true, "\(typed)")
    }

    @Test func twoLettersAreANameWhenThatIsTheName() {
        let li = person("Wei", "Li")
        #expect(finds("li", li) && finds("li wei", li))
        #expect(!finds("ga", jeanne))
    }

    @Test func aLongTextCostsNoMoreThanAShortOne() throws {
        let query = try #require(CallerQuery(String(repeating: "gauthier ", count: 10_000)))
        #expect(query.parts.count <= CallerQuery.longest / 9 + 1)
    }

    @Test func theSameLettersComeFirstThenWhoHasSomethingOpen() throws {
        let query = try #require(CallerQuery("gautier"))
        let (same, sound) = (person("Paul", "Gautier", id: 1), person("Anne", "Gauthier", id: 2))
        let busy = person("Zoé", "Gautier", id: 3)
        let finding = CallerFinding([(sound, 0), (same, 0), (busy, 1)], for: query, wasCut: false)
        #expect(finding.callers.map(\.name) == ["Zoé Gautier", "Paul Gautier", "Anne Gauthier"])
        #expect(finding.callers.map(\.isExact) == [true, true, false] && !finding.hasMore)
    }

    @Test func ahandfulIsShownAndMoreIsAskedFor() throws {
        let query = try #require(CallerQuery("martin"))
        let many = (1...20).map { (person("Luc", "Martin", id: $0), 0) }
        let finding = CallerFinding(many, for: query, wasCut: false)
        #expect(finding.callers.count == CallerFinding.most && finding.hasMore)
        #expect(CallerFinding(Array(many.prefix(2)), for: query, wasCut: true).hasMore)
    }

    @Test func whatIsShownTellsNamesakesApartAndNoMore() {
        let shown = FoundCaller(jeanne, openRequests: 2, isExact: true)
        #expect(shown.name == "Jeanne Gauthier" && shown.birthYear == 1938 && shown.numberEnds == "78" && shown.openRequests == 2)
        #expect(!"\(shown)".contains("Lilas") && !"\(shown)".contains("345678"))
    }

    @Test func aNeighbourOfAnotherNameIsNotMeant() {
        #expect(CallForm(["firstName": "Jane", "lastName": "Gotier"]).mayMean([jeanne]))
        #expect(CallForm(["otherFirstName": "Jeanne"]).mayMean([jeanne]) && CallForm([:]).mayMean([jeanne]))
        #expect(!CallForm(["lastName": "Martin", "otherFirstName": "Luc"]).mayMean([jeanne]))
    }

    @Test func whatTheTownKnowsFillsWhatIsEmptyAndNothingElse() {
        var form = CallForm(["firstName": "Mme", "category": "groceries"])
        form.recognise(jeanne, quartier: "la-gare")
        #expect(form["firstName"] == "Mme" && form["lastName"] == "Gauthier" && form["phone"] == "0612345678")
        #expect(form["bornOn"] == "14/03/1938" && form["neighbourhood"] == "la-gare" && form["place"] == jeanne.place)
        #expect(form.known == jeanne.id && form.isRecognised)
        form.forgetCaller(isNew: true)
        #expect(form.known == nil && form.isRecognised)
        form.forgetCaller(isNew: false)
        #expect(!form.isRecognised && form.callerWords == "0612345678")
        var other = CallForm(["for": "other"])
        other.recognise(jeanne, quartier: "la-gare")
        #expect(other["place"] == nil && other["neighbourhood"] == nil, "where the caller lives is not where the other one does")
    }
}
