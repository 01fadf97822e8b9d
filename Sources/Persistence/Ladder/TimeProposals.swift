import Database
import Domain

/// Other times at which helpers could come; the schema allows one proposal per helper and request.
public struct TimeProposals {
    static let columns: SQL = "id, request_id, helper_id, first_at, second_at, proposed_at, state, decided_at"
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ proposal: TimeProposal) throws {
        let values: [any Bindable] = [
            scope.town, proposal.id, proposal.request, proposal.helper, proposal.first, proposal.second, proposal.proposedAt,
            proposal.state, proposal.decidedAt,
        ]
        try scope.sql.run("/* TimeProposals.insert */ INSERT INTO time_proposals (town_id, \(Self.columns)) VALUES \(row: values)")
    }

    public func find(_ id: ID<TimeProposal>) throws -> TimeProposal? {
        try list(
            "/* TimeProposals.find */ SELECT \(Self.columns) FROM time_proposals WHERE town_id = \(scope.town) AND id = \(id)"
        ).first
    }

    public func find(_ request: ID<HelpRequest>, helper: ID<Person>) throws -> TimeProposal? {
        try list(
            """
            /* TimeProposals.helper */ SELECT \(Self.columns) FROM time_proposals
            WHERE town_id = \(scope.town) AND request_id = \(request) AND helper_id = \(helper)
            """
        ).first
    }

    /// Those of a request that wait for an answer, oldest first.
    public func open(for request: ID<HelpRequest>) throws -> [TimeProposal] {
        try list(
            """
            /* TimeProposals.open */ SELECT \(Self.columns) FROM time_proposals
            WHERE town_id = \(scope.town) AND request_id = \(request) AND state = 'open' ORDER BY proposed_at, id
            """)
    }

    /// All that one helper made, newest first.
    public func of(helper: ID<Person>) throws -> [TimeProposal] {
        try list(
            """
            /* TimeProposals.ofHelper */ SELECT \(Self.columns) FROM time_proposals
            WHERE town_id = \(scope.town) AND helper_id = \(helper) ORDER BY proposed_at DESC, id DESC
            """)
    }

    public func decide(_ id: ID<TimeProposal>, _ state: TimeProposal.State, now: Moment) throws {
        try scope.sql.run(
            """
            /* TimeProposals.decide */ UPDATE time_proposals SET state = \(state), decided_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id)
            """)
    }

    private func list(_ query: SQL) throws -> [TimeProposal] {
        var proposals: [TimeProposal] = []
        try scope.sql.run(query) { row in
            var proposal = TimeProposal(
                id: try row.next(), request: try row.next(), helper: try row.next(),
                times: .init(first: try row.next(), second: try row.next()), proposedAt: try row.next())
            proposal.state = try row.next()
            proposal.decidedAt = try row.next()
            proposals.append(proposal)
        }
        return proposals
    }
}
