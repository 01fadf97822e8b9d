import Database
import Domain

extension PersonShell {
    /// What they gave goes with them. What they held ends, and what they did under it stays to be read by those in whose name it was done.
    func endMandates(now: Moment) throws {
        let mandates = Mandates(scope)
        for mandate in try mandates.held(by: person) where mandate.state == .pending { try mandates.forget(mandate) }
        try scope.sql.run(
            """
            /* PersonShell.held */ UPDATE mandates SET state = 'revoked', closed_at = \(now)
            WHERE town_id = \(scope.town) AND holder_id = \(person) AND state = 'confirmed'
            """)
        for column: SQL in ["holder_id", "proposed_by", "confirmed_by", "closed_by"] {
            try scope.sql.run(
                """
                /* PersonShell.mandate */ UPDATE mandates SET \(column) = \(nobody)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
        try scope.sql.run(
            "/* PersonShell.acts */ UPDATE mandate_acts SET actor_id = \(nobody) WHERE town_id = \(scope.town) AND actor_id = \(person)")
        try scope.sql.run(
            "/* PersonShell.heard */ UPDATE mandate_readers SET heard_by = NULL WHERE town_id = \(scope.town) AND heard_by = \(person)")
    }
}
