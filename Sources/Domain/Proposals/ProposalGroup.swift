/// Proposals that seem to mean the same, oldest first, and the kinds of help that resemble them.
public struct ProposalGroup: Sendable, Equatable {
    public var proposals: [CategoryProposal]
    public var resembling: [Category]

    /// The words that came first.
    public var label: String { proposals.first?.label ?? "" }
    public var people: Int { Set(proposals.map(\.proposer)).count }

    /// Whatever resembles one of a group is of it; the group that most people ask for comes first, then the oldest.
    public static func groups(of proposals: [CategoryProposal], among categories: [Category]) -> [ProposalGroup] {
        let labels = categories.map { (category: $0, stems: $0.labels.values.map(LabelStems.init)) }
        var groups: [(proposals: [CategoryProposal], stems: [LabelStems])] = []
        for proposal in proposals.sorted(by: { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }) {
            let stems = LabelStems(proposal.label)
            let near = groups.indices.filter { groups[$0].stems.contains(where: stems.resembles) }
            guard let first = near.first else {
                groups.append(([proposal], [stems]))
                continue
            }
            // A label may tie two groups together.
            for index in near.dropFirst().reversed() {
                let tied = groups.remove(at: index)
                groups[first].proposals += tied.proposals
                groups[first].stems += tied.stems
            }
            groups[first].proposals.append(proposal)
            groups[first].stems.append(stems)
        }
        return groups.map { group in
            ProposalGroup(
                proposals: group.proposals.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) },
                resembling: labels.filter { label in group.stems.contains { label.stems.contains(where: $0.resembles) } }.map(\.category))
        }.sorted { ($1.people, $0.proposals[0].createdAt) < ($0.people, $1.proposals[0].createdAt) }
    }

    /// What there is already, for somebody who is about to propose it.
    public static func resembling(_ label: String, among categories: [Category]) -> [Category] {
        let stems = LabelStems(label)
        return categories.filter { $0.isActive && $0.labels.values.map(LabelStems.init).contains(where: stems.resembles) }
    }
}
