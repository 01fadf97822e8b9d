import Database
import Domain

/// What people agreed to, one row per purpose.
public struct Consents {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func insert(_ consent: Consent) throws {
        try scope.sql.run(
            """
            /* Consents.insert */ INSERT INTO consents
              (town_id, id, person_id, purpose, subject, text_version, channel, collected_by, given_at, withdrawn_at)
            VALUES (\(scope.town), \(consent.id), \(consent.person), \(consent.purpose), \(consent.subject), \(consent.textVersion),
                    \(consent.channel), \(consent.collectedBy), \(consent.givenAt), \(consent.withdrawnAt))
            """)
    }

    /// Those of one person that still hold.
    public func inForce(of person: ID<Person>) throws -> [Consent] {
        var consents: [Consent] = []
        try scope.sql.run(
            """
            /* Consents.inForce */ SELECT id, person_id, purpose, subject, text_version, channel, collected_by, given_at FROM consents
            WHERE town_id = \(scope.town) AND person_id = \(person) AND withdrawn_at IS NULL ORDER BY given_at, id
            """
        ) { row in
            consents.append(
                Consent(
                    id: try row.next(), person: try row.next(), purpose: try row.next(), subject: try row.next(),
                    textVersion: try row.next(), channel: try row.next(), collectedBy: try row.next(), givenAt: try row.next()))
        }
        return consents
    }

    /// All of one person, withdrawn ones too.
    public func all(of person: ID<Person>) throws -> [Consent] {
        var consents: [Consent] = []
        try scope.sql.run(
            """
            /* Consents.all */ SELECT id, person_id, purpose, subject, text_version, channel, collected_by, given_at, withdrawn_at
            FROM consents WHERE town_id = \(scope.town) AND person_id = \(person) ORDER BY given_at, id
            """
        ) { row in
            var consent = Consent(
                id: try row.next(), person: try row.next(), purpose: try row.next(), subject: try row.next(),
                textVersion: try row.next(), channel: try row.next(), collectedBy: try row.next(), givenAt: try row.next())
            consent.withdrawnAt = try row.next()
            consents.append(consent)
        }
        return consents
    }

    public func withdraw(_ id: ID<Consent>, of person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* Consents.withdraw */ UPDATE consents SET withdrawn_at = \(now)
            WHERE town_id = \(scope.town) AND id = \(id) AND person_id = \(person) AND withdrawn_at IS NULL
            """)
    }
}
