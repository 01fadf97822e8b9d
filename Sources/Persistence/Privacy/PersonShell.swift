import Database
import Domain
import Secrets

/// Takes a person out of the tables. What statistics count (category, time, quartier, frame, result) stays, and points at nobody.
public struct PersonShell {
    let scope: TownTransaction
    let person: ID<Person>
    let nobody = Person.nobody.id

    public init(_ person: ID<Person>, _ scope: TownTransaction) {
        self.scope = scope
        self.person = person
    }

    /// What hangs on the row without a shell goes with it: availability, offers, sessions, roles, invitations, changes of address.
    ///
    /// Requests they own must have another owner by now, and live ones must have ended.
    public func erase(now: Moment) throws {
        try People(scope).insertNobody()
        try TextDecisions(scope).forgetWords(of: person)
        try Reports(scope).forget(person)
        try ContactStops(scope).forget(person, now: now)
        try Concerns(scope).forget(person)
        try CallBacks(scope).forget(person)
        try CallAttempts(scope).forget(person)
        try CallLocks(scope).forget(person)
        try Calls(scope).forget(person)
        try PaperCodes(scope).forget(person)
        try DispatchCalls(scope).forgetCaller(person)
        try Duties(scope).forget(person, now: now)
        try HandOvers(scope).forget(person)
        try emptyRequests()
        try emptyMatches()
        try endMandates(now: now)
        try forgetActivations()
        try keepCounts(now: now)
        try scope.sql.run("/* PersonShell.erase */ DELETE FROM people WHERE town_id = \(scope.town) AND id = \(person)")
    }

    /// Ends their roles; what they answered for belongs to the next referent or administrator.
    public func handOver(now: Moment) throws {
        try scope.sql.run(
            """
            /* PersonShell.roles */ UPDATE roles SET revoked_at = \(now)
            WHERE town_id = \(scope.town) AND person_id = \(person) AND revoked_at IS NULL
            """)
        try handOverOrganisations(now: now)
        var owned: [(id: ID<HelpRequest>, place: ID<Neighbourhood>?)] = []
        try scope.sql.run(
            "/* PersonShell.owned */ SELECT id, neighbourhood_id FROM help_requests WHERE town_id = \(scope.town) AND owner_id = \(person)"
        ) { owned.append((try $0.next(), try $0.next())) }
        for request in owned {
            guard let next = try Roles(scope).owner(for: request.place, at: now) else { continue }
            try scope.sql.run(
                "/* PersonShell.hand */ UPDATE help_requests SET owner_id = \(next) WHERE town_id = \(scope.town) AND id = \(request.id)")
        }
    }

    private func emptyRequests() throws {
        let theirs: SQL = "town_id = \(scope.town) AND (asker_id = \(person) OR beneficiary_id = \(person))"
        try scope.sql.run(
            """
            /* PersonShell.links */ DELETE FROM tracking_links
            WHERE town_id = \(scope.town) AND request_id IN (SELECT id FROM help_requests WHERE \(theirs))
            """)
        try scope.sql.run(
            """
            /* PersonShell.requests */ UPDATE help_requests SET details = NULL, constraints = NULL, public_text = NULL, cell = NULL,
              agreement_at = NULL, agreement_channel = NULL, agreement_by = NULL WHERE \(theirs)
            """)
        try scope.sql.run(
            """
            /* PersonShell.noShows */ UPDATE no_shows SET asker_words = NULL
            WHERE town_id = \(scope.town) AND request_id IN (SELECT id FROM help_requests WHERE \(theirs))
            """)
        for column: SQL in ["asker_id", "beneficiary_id", "taken_by", "owner_id", "agreement_by"] {
            try scope.sql.run(
                """
                /* PersonShell.request */ UPDATE help_requests SET \(column) = \(nobody)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
    }

    private func emptyMatches() throws {
        let erased = try scope.sealer(.messages)
        let written: [ID<Message>] = try scope.sql.values(
            "/* PersonShell.written */ SELECT id FROM messages WHERE town_id = \(scope.town) AND author_id = \(person)")
        for message in written {
            let body = try erased.seal("", table: "messages", column: "body", row: message.bytes)
            try scope.sql.run(
                """
                /* PersonShell.message */ UPDATE messages SET body = \(body), author_id = \(nobody),
                  review = CASE WHEN review = 'unread' THEN 'refused' ELSE review END
                WHERE town_id = \(scope.town) AND id = \(message)
                """)
        }
        try scope.sql.run(
            "/* PersonShell.matches */ UPDATE matches SET helper_id = \(nobody) WHERE town_id = \(scope.town) AND helper_id = \(person)")
        try scope.sql.run(
            "/* PersonShell.alarms */ UPDATE alarms SET ended_by = \(nobody) WHERE town_id = \(scope.town) AND ended_by = \(person)")
        for column: SQL in ["recorded_by", "decided_by"] {
            try scope.sql.run(
                "/* PersonShell.noShow */ UPDATE no_shows SET \(column) = \(nobody) WHERE town_id = \(scope.town) AND \(column) = \(person)"
            )
        }
        try scope.sql.run(
            "/* PersonShell.outcomes */ UPDATE outcomes SET recorded_by = NULL WHERE town_id = \(scope.town) AND recorded_by = \(person)")
    }

    /// One ask of nobody per request is enough to know that somebody was asked.
    private func keepCounts(now: Moment) throws {
        try scope.sql.run(
            """
            /* PersonShell.asks */ UPDATE asks SET helper_id = \(nobody) WHERE town_id = \(scope.town) AND helper_id = \(person)
              AND NOT EXISTS (SELECT 1 FROM asks a WHERE a.town_id = asks.town_id AND a.request_id = asks.request_id
                              AND a.helper_id = \(nobody))
            """)
        try scope.sql.run(
            """
            /* PersonShell.joined */ INSERT INTO former_helpers (town_id, id, joined_at)
            SELECT town_id, person_id, joined_at FROM helpers WHERE town_id = \(scope.town) AND person_id = \(person)
            """)
        try scope.sql.run(
            """
            /* PersonShell.proofs */ INSERT INTO consent_proofs
              (town_id, id, pseudonym, purpose, text_version, channel, given_at, withdrawn_at, kept_from)
            SELECT town_id, id, person_id, purpose, text_version, channel, given_at, withdrawn_at, CAST(\(now) AS BIGINT)
            FROM consents WHERE town_id = \(scope.town) AND person_id = \(person)
            """)
    }
}
