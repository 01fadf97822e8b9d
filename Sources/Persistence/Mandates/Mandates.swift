import Database
import Domain

/// Who may act for whom.
public struct Mandates {
    static let columns: SQL = """
        id, represented_id, holder_id, relation, neighbourhood_id, may_ask, may_follow, may_converse, months, proposed_by, proposed_at,
        state, confirmed_channel, confirmed_by, confirmed_at, starts_at, ends_at, attempts, noticed_at, closed_at, closed_by
        """
    let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func find(_ id: ID<Mandate>) throws -> Mandate? {
        try list("/* Mandates.find */ SELECT \(Self.columns) FROM mandates WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Those that somebody was given or proposed for themselves, newest first.
    public func held(by person: ID<Person>) throws -> [Mandate] {
        try list(
            """
            /* Mandates.held */ SELECT \(Self.columns) FROM mandates
            WHERE town_id = \(scope.town) AND holder_id = \(person) ORDER BY proposed_at DESC, id DESC LIMIT 100
            """)
    }

    /// Those that somebody gave, or is said to have given, newest first.
    /// - Parameter people: the rows that are this person.
    public func given(by people: [ID<Person>]) throws -> [Mandate] {
        try list(
            """
            /* Mandates.given */ SELECT \(Self.columns) FROM mandates
            WHERE town_id = \(scope.town) AND represented_id IN \(list: people) ORDER BY proposed_at DESC, id DESC LIMIT 100
            """)
    }

    /// Everything in which somebody appears, for the file of their data.
    public func about(_ person: ID<Person>) throws -> [Mandate] {
        try list(
            """
            /* Mandates.about */ SELECT \(Self.columns) FROM mandates
            WHERE town_id = \(scope.town) AND (represented_id = \(person) OR holder_id = \(person)) ORDER BY proposed_at, id
            """)
    }

    /// Confirmed ones whose last moment has come.
    public func over(_ now: Moment) throws -> [Mandate] {
        try list(
            """
            /* Mandates.over */ SELECT \(Self.columns) FROM mandates
            WHERE town_id = \(scope.town) AND state = 'confirmed' AND ends_at <= \(now) ORDER BY ends_at, id
            """)
    }

    /// Confirmed ones that end soon and of which nobody was told.
    public func ending(_ now: Moment) throws -> [Mandate] {
        try list(
            """
            /* Mandates.ending */ SELECT \(Self.columns) FROM mandates
            WHERE town_id = \(scope.town) AND state = 'confirmed' AND ends_at <= \(now + Mandate.notice) AND noticed_at IS NULL
            ORDER BY ends_at, id
            """)
    }

    /// Rows of people whom only a proposal names, and whom nobody has heard.
    public func provisional() throws -> Set<ID<Person>> {
        Set(
            try scope.sql.values(
                "/* Mandates.provisional */ SELECT represented_id FROM mandates WHERE town_id = \(scope.town) AND state = 'pending'")
                as [ID<Person>])
    }

    /// Proposals that waited too long.
    public func stale(before moment: Moment) throws -> [Mandate] {
        try list(
            """
            /* Mandates.stale */ SELECT \(Self.columns) FROM mandates
            WHERE town_id = \(scope.town) AND state = 'pending' AND proposed_at < \(moment) ORDER BY proposed_at, id
            """)
    }

    public func insert(_ mandate: Mandate) throws {
        try scope.sql.run(
            """
            /* Mandates.insert */ INSERT INTO mandates (town_id, id, represented_id, holder_id, relation, neighbourhood_id, may_ask, may_follow,
              may_converse, months, state, proposed_by, proposed_at, attempts)
            VALUES (\(scope.town), \(mandate.id), \(mandate.represented), \(mandate.holder), \(mandate.relation), \(mandate.neighbourhood),
              \(mandate.powers.contains(.ask)), \(mandate.powers.contains(.follow)), \(mandate.powers.contains(.converse)),
              \(mandate.months), \(mandate.state), \(mandate.proposedBy), \(mandate.proposedAt), \(mandate.attempts))
            """)
    }

    /// What changes in the life of a mandate; what it allows never does.
    public func save(_ mandate: Mandate) throws {
        let heard = mandate.confirmation
        try scope.sql.run(
            """
            /* Mandates.save */ UPDATE mandates SET represented_id = \(mandate.represented), neighbourhood_id = \(mandate.neighbourhood),
              state = \(mandate.state), confirmed_channel = \(heard?.channel), confirmed_by = \(heard?.by), confirmed_at = \(heard?.at),
              starts_at = \(mandate.startsAt), ends_at = \(mandate.endsAt), attempts = \(mandate.attempts),
              noticed_at = \(mandate.noticedAt), closed_at = \(mandate.closedAt), closed_by = \(mandate.closedBy)
            WHERE town_id = \(scope.town) AND id = \(mandate.id)
            """)
    }

    private func list(_ query: SQL) throws -> [Mandate] {
        var mandates: [Mandate] = []
        try scope.sql.run(query) { mandates.append(try Mandate(row: &$0)) }
        return mandates
    }
}

extension Mandate {
    init(row: inout Row) throws {
        let (id, represented): (ID<Mandate>, ID<Person>) = (try row.next(), try row.next())
        let (holder, relation): (ID<Person>?, Relation?) = (try row.next(), try row.next())
        let place: ID<Neighbourhood>? = try row.next()
        var powers: Set<Power> = []
        for power in [Power.ask, .follow, .converse] where try row.next() as Bool { powers.insert(power) }
        self.init(
            id: id, represented: represented, holder: holder, relation: relation, neighbourhood: place, powers: powers,
            months: try row.next(), proposedBy: try row.next(), proposedAt: try row.next())
        state = try row.next()
        let (channel, by): (Confirmation.Channel?, ID<Person>?) = (try row.next(), try row.next())
        let at: Moment? = try row.next()
        if let channel, let by, let at { confirmation = Confirmation(channel: channel, by: by, at: at) }
        startsAt = try row.next()
        endsAt = try row.next()
        attempts = try row.next()
        noticedAt = try row.next()
        closedAt = try row.next()
        closedBy = try row.next()
    }
}
