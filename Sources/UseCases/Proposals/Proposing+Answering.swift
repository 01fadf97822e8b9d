import Domain
import Localization
import Persistence

extension Proposing {
    /// Makes a kind of help of proposals, or says which one is meant, or why not; each proposer is told once.
    ///
    /// What somebody else has answered meanwhile stays answered.
    public func answer(_ form: ProposalAnswerForm, in facts: TownFacts, by actor: Actor) async throws {
        guard actor.has(.administrator), let person = actor.person else { throw Refusal.notFound }
        let (answer, words) = try form.read()
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { [house] scope in
            let open = try CategoryProposals(scope).open().filter { form.chosen.contains($0.id) }
            guard !open.isEmpty else { throw Refusal(.conflict, "refusal.proposalAnswered") }
            let (verdict, category) = try settle(answer, in: scope)
            if verdict == .adopted, let category {
                try TownKeeping(house).record("categories", about: ("categories", category.id.bytes), by: actor, in: scope)
            }
            let given = CategoryProposal.Answer(verdict: verdict, category: category?.id, words: words, by: person, at: now)
            for proposal in open where try CategoryProposals(scope).answer(proposal.id, given) {
                try tell(proposal, given, category, facts.town, in: scope)
                try Journal(scope).append(
                    JournalEntry(
                        at: now, actor: person, action: .decided, subjectKind: "category_proposals", subject: proposal.id.bytes,
                        purpose: verdict.rawValue), id: house.world.id())
            }
        }
        try await house.towns.refresh()
    }

    private func settle(
        _ answer: ProposalAnswerForm.Answer, in scope: TownTransaction
    ) throws -> (CategoryProposal.Verdict, Category?) {
        let categories = Categories(scope)
        switch answer {
        case .adopt(let form):
            let category = try form.added(to: try categories.all(), id: house.world.id())
            try categories.save(category)
            return (.adopted, category)
        case .present(let key):
            guard let category = try categories.all().first(where: { $0.key == key }) else {
                throw Refusal.invalid("present", "refusal.choose")
            }
            return (.present, category)
        case .decline: return (.declined, nil)
        }
    }

    private func tell(
        _ proposal: CategoryProposal, _ answer: CategoryProposal.Answer, _ category: Category?, _ town: Town, in scope: TownTransaction
    ) throws {
        guard let proposer = try People(scope).find(proposal.proposer) else { return }
        let post = Post(house: house, town: town)
        let t = post.localizer(proposer.language)
        let label = category?.label(proposer.language) ?? ""
        let words = answer.words.map { t("mail.moderation.words", ["words": $0]) }
        let letter = Letter(
            kind: "proposal", subject: t("mail.proposal.subject"),
            paragraphs: [
                t("mail.greeting", ["name": proposer.firstName]),
                t("mail.proposal.\(answer.verdict.rawValue)", ["proposal": proposal.label, "category": label]),
            ] + [words].compactMap(\.self),
            actions: [.init(label: t("mail.proposal.button"), url: "\(house.base(of: town))/categories/proposition")])
        try post.send(letter, to: proposer, in: scope)
    }
}
