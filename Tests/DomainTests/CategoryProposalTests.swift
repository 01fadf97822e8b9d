import Domain
import Testing

@Suite struct CategoryProposalTests {
    @Test(arguments: [
        ("Garder un chien", "Garde de chiens"), ("Réparer un vélo", "réparation de vélos"), ("Jardinage", "Jardiner"),
        ("Couture", "Petite couture"), ("Aide aux devoirs", "devoir"), ("Les courses", "Faire mes courses"),
    ]) func theSameInOtherWordsIsAlike(_ one: String, _ other: String) {
        #expect(LabelStems(one).resembles(LabelStems(other)) && LabelStems(other).resembles(LabelStems(one)))
    }

    @Test(arguments: [
        ("Garder un chat", "Garder un enfant malade"), ("Réparer un vélo", "Prêter un vélo électrique adapté"), ("Couture", "Lecture"),
        ("Aide aux devoirs", "Aide au ménage"),
    ]) func otherThingsAreNot(_ one: String, _ other: String) { #expect(!LabelStems(one).resembles(LabelStems(other))) }

    private static func proposal(_ number: UInt64, _ label: String, by person: UInt64) -> CategoryProposal {
        CategoryProposal(
            id: ID(high: 1, low: number), proposer: ID(high: 2, low: person), label: label, words: nil,
            createdAt: Moment(milliseconds: Int64(number)))
    }

    @Test func alikeStandTogetherAndWhatMostAskForComesFirst() {
        let groups = ProposalGroup.groups(
            of: [
                Self.proposal(1, "Lecture", by: 1), Self.proposal(3, "réparer vélo", by: 3), Self.proposal(2, "Réparer un vélo", by: 2),
                Self.proposal(4, "Lectures", by: 1),
            ], among: [])
        #expect(groups.map(\.label) == ["Réparer un vélo", "Lecture"])
        #expect(groups.map(\.people) == [2, 1])
        #expect(groups[1].proposals.count == 2)
    }

    @Test func aLabelInBetweenTiesTwoGroups() {
        let apart = [Self.proposal(1, "Couture", by: 1), Self.proposal(2, "Tricot", by: 2)]
        #expect(ProposalGroup.groups(of: apart, among: []).count == 2)
        #expect(ProposalGroup.groups(of: apart + [Self.proposal(3, "Couture et tricot", by: 3)], among: []).map(\.people) == [3])
    }

    @Test func whatIsThereIsFoundInAnyLanguageUnlessItIsSwitchedOff() {
        var category = Category(
            id: ID(high: 0, low: 1), key: "dog", labels: ["fr": "Promener un chien", "en": "Walking a dog"], icon: "dog", mode: .inPerson,
            tier: .doorstep, position: 0)
        #expect(ProposalGroup.resembling("promenade de chiens", among: [category]) == [category])
        #expect(ProposalGroup.resembling("Dogs walking", among: [category]) == [category])
        category.isActive = false
        #expect(ProposalGroup.resembling("promenade de chiens", among: [category]).isEmpty)
    }

    @Test(arguments: ["", "  ", "…", String(repeating: "é", count: 61)]) func aLabelSaysSomethingInAFewWords(_ label: String) {
        #expect(throws: Refusal.self) { try ProposalForm(["label": label]).read() }
    }

    @Test func aRefusalHasWords() throws {
        let chosen = ID<CategoryProposal>(high: 1, low: 1).text
        let missing = #expect(throws: Refusal.self) { try ProposalAnswerForm(["answer": "decline", "proposal": chosen]).read() }
        #expect(missing?.fields.map(\.name) == ["words"])
        let nothing = #expect(throws: Refusal.self) { try ProposalAnswerForm([:]).read() }
        #expect(nothing?.fields.map(\.name) == ["proposal", "answer"])
        #expect(try ProposalAnswerForm(["answer": "decline", "proposal": chosen, "words": "Trop loin"]).read().words == "Trop loin")
    }
}
