import Database
import Domain
import Secrets

/// Kinds of help that residents proposed; their words lie sealed.
public struct CategoryProposals {
    private static let columns: SQL =
        "id, proposer_id, label, words, created_at, verdict, category_id, answer_words, answered_by, answered_at"
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    public func insert(_ proposal: CategoryProposal) throws {
        try scope.sql.run(
            """
            /* CategoryProposals.insert */ INSERT INTO category_proposals (town_id, id, proposer_id, label, words, created_at)
            VALUES (\(scope.town), \(proposal.id), \(proposal.proposer), \(proposal.label),
              \(try sealer.seal(proposal.words, "category_proposals", "words", proposal.id.bytes)), \(proposal.createdAt))
            """)
    }

    /// The oldest 500 without an answer, oldest first.
    public func open() throws -> [CategoryProposal] {
        try list(
            """
            /* CategoryProposals.open */ SELECT \(Self.columns) FROM category_proposals
            WHERE town_id = \(scope.town) AND verdict IS NULL ORDER BY created_at, id LIMIT 500
            """)
    }

    /// All that one person proposed, newest first.
    public func of(_ proposer: ID<Person>) throws -> [CategoryProposal] {
        try list(
            """
            /* CategoryProposals.of */ SELECT \(Self.columns) FROM category_proposals
            WHERE town_id = \(scope.town) AND proposer_id = \(proposer) ORDER BY created_at DESC, id DESC LIMIT 100
            """)
    }

    /// False when it was answered before.
    public func answer(_ id: ID<CategoryProposal>, _ answer: CategoryProposal.Answer) throws -> Bool {
        try scope.sql.run(
            """
            /* CategoryProposals.answer */ UPDATE category_proposals SET verdict = \(answer.verdict), category_id = \(answer.category),
              answer_words = \(try sealer.seal(answer.words, "category_proposals", "answer_words", id.bytes)),
              answered_by = \(answer.by), answered_at = \(answer.at)
            WHERE town_id = \(scope.town) AND id = \(id) AND verdict IS NULL
            """) == 1
    }

    private func list(_ query: SQL) throws -> [CategoryProposal] {
        var proposals: [CategoryProposal] = []
        try scope.sql.run(query) { row in
            let id: ID<CategoryProposal> = try row.next()
            var proposal = CategoryProposal(
                id: id, proposer: try row.next(), label: try row.next(),
                words: try sealer.open(try row.next(), "category_proposals", "words", id.bytes), createdAt: try row.next())
            let (verdict, category): (CategoryProposal.Verdict?, ID<Category>?) = (try row.next(), try row.next())
            let words = try sealer.open(try row.next(), "category_proposals", "answer_words", id.bytes)
            let (by, at): (ID<Person>?, Moment?) = (try row.next(), try row.next())
            if let verdict, let by, let at { proposal.answer = .init(verdict: verdict, category: category, words: words, by: by, at: at) }
            proposals.append(proposal)
        }
        return proposals
    }
}
