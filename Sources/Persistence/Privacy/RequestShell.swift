import Database
import Domain
import Secrets

/// Takes everybody out of a request that is over. Kind, time, quartier, frame and result stay, for the figures.
public struct RequestShell {
    let scope: TownTransaction
    let request: ID<HelpRequest>
    private let nobody = Person.nobody.id

    public init(_ request: ID<HelpRequest>, _ scope: TownTransaction) {
        self.scope = scope
        self.request = request
    }

    public func empty(now: Moment) throws {
        try People(scope).insertNobody()
        try TextDecisions(scope).forgetWords(about: request.bytes)
        try emptyMatches()
        try emptyAsks()
        try emptyOrganisationAsks()
        try scope.sql.run(
            """
            /* RequestShell.reminders */ DELETE FROM reminders WHERE town_id = \(scope.town)
              AND match_id IN (SELECT id FROM matches WHERE town_id = \(scope.town) AND request_id = \(request))
            """)
        for table: SQL in ["time_proposals", "alarms", "no_shows", "dispatch_calls"] {
            try scope.sql.run("/* RequestShell.times */ DELETE FROM \(table) WHERE town_id = \(scope.town) AND request_id = \(request)")
        }
        try StandingPairs(scope).forget(request)
        try scope.sql.run(
            "/* RequestShell.desk */ DELETE FROM call_requests WHERE town_id = \(scope.town) AND request_id = \(request)")
        try scope.sql.run(
            "/* RequestShell.links */ DELETE FROM tracking_links WHERE town_id = \(scope.town) AND request_id = \(request)")
        try scope.sql.run(
            "/* RequestShell.calls */ DELETE FROM ring_backs WHERE town_id = \(scope.town) AND request_id = \(request)")
        try scope.sql.run(
            """
            /* RequestShell.request */ UPDATE help_requests SET details = NULL, constraints = NULL, public_text = NULL, cell = NULL,
              agreement_at = NULL, agreement_channel = NULL, agreement_by = NULL, taken_by = NULL, offer_id = NULL,
              asker_id = \(nobody), beneficiary_id = \(nobody), owner_id = \(nobody), anonymised_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(request)
            """)
    }

    private func emptyMatches() throws {
        try scope.sql.run(
            """
            /* RequestShell.messages */ DELETE FROM messages WHERE town_id = \(scope.town)
              AND match_id IN (SELECT id FROM matches WHERE town_id = \(scope.town) AND request_id = \(request))
            """)
        try scope.sql.run(
            """
            /* RequestShell.matches */ UPDATE matches SET helper_id = \(nobody), offer_id = NULL
            WHERE town_id = \(scope.town) AND request_id = \(request)
            """)
        try scope.sql.run(
            """
            /* RequestShell.outcomes */ UPDATE outcomes SET recorded_by = NULL
            WHERE town_id = \(scope.town) AND request_id = \(request)
            """)
    }

    /// One ask of nobody is enough to know that somebody was asked.
    private func emptyAsks() throws {
        try scope.sql.run(
            """
            /* RequestShell.asks */ DELETE FROM asks WHERE town_id = \(scope.town) AND request_id = \(request)
              AND id <> (SELECT a.id FROM asks a WHERE a.town_id = \(scope.town) AND a.request_id = \(request) ORDER BY a.id LIMIT 1)
            """)
        try scope.sql.run(
            """
            /* RequestShell.ask */ UPDATE asks SET helper_id = \(nobody) WHERE town_id = \(scope.town) AND request_id = \(request)
            """)
    }
}

extension People {
    /// The row that stands for everybody who is no longer known.
    func insertNobody() throws {
        guard try find(Person.nobody.id) == nil else { return }
        try insert(.nobody)
    }
}
