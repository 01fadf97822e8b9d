import Database
import Domain

extension PersonShell {
    /// What they answered for on the town's side belongs to the next owner, what organisations accepted included.
    public func handOverOrganisations(now: Moment) throws {
        guard let next = try Roles(scope).guide(for: nil, at: now) else { return }
        try scope.sql.run(
            """
            /* PersonShell.organisations */ UPDATE organisations SET owner_id = \(next)
            WHERE town_id = \(scope.town) AND owner_id = \(person)
            """)
        try scope.sql.run(
            """
            /* PersonShell.acceptances */ UPDATE matches SET helper_id = \(next)
            WHERE town_id = \(scope.town) AND helper_id = \(person) AND origin = 'organisation' AND status = 'active'
            """)
        try Concerns(scope).handOver(from: person, to: next)
    }

    /// Who called out the reserve stays as the mayor's act; who wrote it down does not.
    func forgetActivations() throws {
        for column: SQL in ["recorded_by", "closed_by"] {
            try scope.sql.run(
                """
                /* PersonShell.activations */ UPDATE reserve_activations SET \(column) = \(nobody)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
    }
}

extension RequestShell {
    /// That it was asked stays, for the figures; who answered and the links do not.
    func emptyOrganisationAsks() throws {
        try scope.sql.run(
            """
            /* RequestShell.organisationLinks */ DELETE FROM organisation_links WHERE town_id = \(scope.town)
              AND ask_id IN (SELECT id FROM organisation_asks WHERE town_id = \(scope.town) AND request_id = \(request))
            """)
        try scope.sql.run(
            """
            /* RequestShell.organisationAsks */ UPDATE organisation_asks SET answerer = NULL
            WHERE town_id = \(scope.town) AND request_id = \(request)
            """)
    }
}
