import Database
import Domain

/// The clocks of open requests, all at once.
public struct RunningClocks {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Moves what askers of one urgency were promised to this moment, where it stands later.
    public func hastenPromises(_ urgency: Urgency, to moment: Moment) throws {
        try scope.sql.run(
            """
            /* RunningClocks.promises */ UPDATE help_requests SET promised_by = \(moment)
            WHERE town_id = \(scope.town) AND status = 'open' AND urgency = \(urgency) AND promised_by > \(moment)
            """)
    }

    /// Moves the clocks of one rung and urgency to this moment, where they stand later.
    public func hasten(_ rung: Rung, _ urgency: Urgency, to due: Moment) throws {
        try scope.sql.run(
            """
            /* RunningClocks.hasten */ UPDATE help_requests SET rung_due = \(due)
            WHERE town_id = \(scope.town) AND status = 'open' AND rung = \(rung) AND urgency = \(urgency) AND rung_due > \(due)
            """)
    }

    /// Requests for which somebody or the ladder still looks for an answer.
    public func open() throws -> [(request: ID<HelpRequest>, rung: Rung, due: Moment)] {
        var requests: [(ID<HelpRequest>, Rung, Moment)] = []
        try scope.sql.run(
            """
            /* RunningClocks.open */ SELECT id, rung, rung_due FROM help_requests
            WHERE town_id = \(scope.town) AND status = 'open' AND rung_due IS NOT NULL ORDER BY id
            """
        ) { requests.append((try $0.next(), try $0.next(), try $0.next())) }
        return requests
    }
}
