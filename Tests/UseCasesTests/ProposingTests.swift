import Domain
import Mail
import TestSupport
import Testing
import UseCases

@Suite struct ProposingTests {
    private func propose(_ label: String, by person: Person, _ test: TestHouse, sure: Bool = false) async throws -> Proposing.Proposed {
        var fields = ["label": label, "words": "Pour le samedi"]
        fields["sure"] = sure ? "yes" : nil
        return try await Proposing(test.house).propose(ProposalForm(fields), in: test.town, by: Actor(person: person.id, roles: []))
    }

    private func administrator(_ test: TestHouse) -> Actor { Actor(person: test.cast.administrator.id, roles: [Role(.administrator)]) }

    private func answer(_ fields: [String: String], _ test: TestHouse) async throws {
        try await Proposing(test.house).answer(ProposalAnswerForm(fields), in: test.town, by: administrator(test))
    }

    @Test(arguments: Engine.all) func proposedGroupedMadeAndTold(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        for (label, person) in [("Réparer un vélo", test.cast.lucie), ("Réparation vélo", test.cast.karim)] {
            for _ in 1...2 { #expect(try await propose(label, by: person, test) == .sent) }
            test.clock.move(.minutes(1))
        }
        let groups = try await Proposing(test.house).groups(by: administrator(test), in: test.town)
        #expect(groups.map(\.label) == ["Réparer un vélo"] && groups.map(\.people) == [2])
        #expect(groups.first?.proposals.first?.words == "Pour le samedi")
        let chosen = groups.flatMap(\.proposals).map(\.id.text).joined(separator: ",")
        try await answer(
            ["proposal": chosen, "answer": "adopt", "label-fr": "Réparer un vélo", "icon": "heart", "mode": "in_person", "tier": "1"], test)
        let facts = try #require(test.house.towns.town(id: test.town.town.id))
        let made = try #require(facts.categories.first { $0.labels["fr"] == "Réparer un vélo" })
        #expect(made.isActive)
        let own = try await Proposing(test.house).own(of: Actor(person: test.cast.karim.id, roles: []), in: test.town)
        #expect(own.map(\.answer?.category) == [made.id])
        await test.work()
        #expect(test.mailer.sent.filter { $0.subject.contains("type d’aide") }.count == 2)
        #expect(try await Proposing(test.house).groups(by: administrator(test), in: test.town).isEmpty)
        await #expect(throws: Refusal(.conflict, "refusal.proposalAnswered")) {
            try await answer(["proposal": chosen, "answer": "decline", "words": "Non"], test)
        }
    }

    @Test func whatIsThereIsSaidBeforeItIsWritten() async throws {
        let test = try await TestHouse()
        let label = try #require(test.town.categories.first?.labels["fr"])
        guard case .resembles(let found) = try await propose(label, by: test.cast.karim, test) else {
            Issue.record("\(label) is there already")
            return
        }
        #expect(found.contains { $0.labels["fr"] == label })
        let own = try await Proposing(test.house).own(of: Actor(person: test.cast.karim.id, roles: []), in: test.town)
        #expect(own.isEmpty)
        #expect(try await propose(label, by: test.cast.karim, test, sure: true) == .sent)
    }

    @Test func onePersonHasAFewWaiting() async throws {
        let test = try await TestHouse()
        for label in ["Poterie", "Menuiserie", "Apiculture", "Philatélie", "Astronomie"] {
            #expect(try await propose(label, by: test.cast.karim, test) == .sent)
        }
        await #expect(throws: Refusal(.conflict, "refusal.proposalsOpen")) { try await propose("Origami", by: test.cast.karim, test) }
    }

    @Test func onlyAdministratorsAnswer() async throws {
        let test = try await TestHouse()
        let moderator = Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])
        await #expect(throws: Refusal.notFound) { try await Proposing(test.house).groups(by: moderator, in: test.town) }
        await #expect(throws: Refusal.notFound) {
            try await Proposing(test.house).answer(ProposalAnswerForm([:]), in: test.town, by: moderator)
        }
        await #expect(throws: Refusal.signInFirst) {
            try await Proposing(test.house).propose(ProposalForm(["label": "Poterie"]), in: test.town, by: Actor(person: nil, roles: []))
        }
    }
}
