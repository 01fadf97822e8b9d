import Database
import Domain
import Secrets

/// Worries about people; whom they are about, what was said and what came of it lie sealed.
public struct Concerns {
    private static let columns: SQL = """
        id, kind, raised_by, raised_at, subject_id, who, words, reference, organisation_id, owner_id, due_at, reminders, taker, taken_at,
        result, result_words, closed_at
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    public func find(_ id: ID<Concern>) throws -> Concern? {
        try list("/* Concerns.find */ SELECT \(Self.columns) FROM concerns WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// By the hash of the token in one of its mails.
    public func find(token hash: [UInt8]) throws -> Concern? {
        try list(
            """
            /* Concerns.token */ SELECT \(Self.columns) FROM concerns WHERE town_id = \(scope.town)
              AND id = (SELECT concern_id FROM concern_links WHERE town_id = \(scope.town) AND token_hash = \(hash))
            """
        ).first
    }

    /// Those that wait, the most pressing first.
    public func open() throws -> [Concern] {
        try list(
            """
            /* Concerns.open */ SELECT \(Self.columns) FROM concerns
            WHERE town_id = \(scope.town) AND closed_at IS NULL ORDER BY due_at, id LIMIT 200
            """)
    }

    /// Those that somebody raised since, the latest first.
    public func raised(by person: ID<Person>, since moment: Moment) throws -> [Concern] {
        try list(
            """
            /* Concerns.raisedBy */ SELECT \(Self.columns) FROM concerns
            WHERE town_id = \(scope.town) AND raised_by = \(person) AND raised_at >= \(moment) ORDER BY raised_at DESC, id DESC LIMIT 20
            """)
    }

    public func insert(_ concern: Concern) throws {
        try scope.sql.run(
            "/* Concerns.insert */ INSERT INTO concerns (town_id, \(Self.columns)) VALUES \(row: [scope.town] + values(concern))")
    }

    public func save(_ concern: Concern) throws {
        let row = concern.id.bytes
        try scope.sql.run(
            """
            /* Concerns.save */ UPDATE concerns SET owner_id = \(concern.owner), due_at = \(concern.dueAt),
              reminders = \(concern.reminders), taker = \(try sealer.seal(concern.taker, "concerns", "taker", row)),
              taken_at = \(concern.takenAt), result = \(concern.result),
              result_words = \(try sealer.seal(concern.resultWords, "concerns", "result_words", row)), closed_at = \(concern.closedAt)
            WHERE town_id = \(scope.town) AND id = \(concern.id)
            """)
    }

    /// One more link to it; those before stay valid.
    public func addLink(_ hash: [UInt8], to concern: ID<Concern>, now: Moment) throws {
        try scope.sql.run(
            """
            /* Concerns.addLink */ INSERT INTO concern_links (town_id, token_hash, concern_id, created_at)
            VALUES (\(scope.town), \(hash), \(concern), \(now))
            """)
    }

    /// What is closed is emptied. What waits keeps its words until somebody has seen to it, and points at nobody.
    public func forget(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* Concerns.empty */ UPDATE concerns SET who = NULL, words = NULL, result_words = NULL
            WHERE town_id = \(scope.town) AND subject_id = \(person) AND closed_at IS NOT NULL
            """)
        try scope.sql.run(
            """
            /* Concerns.forget */ UPDATE concerns SET subject_id = NULL
            WHERE town_id = \(scope.town) AND subject_id = \(person)
            """)
        for column: SQL in ["raised_by", "owner_id"] {
            try scope.sql.run(
                """
                /* Concerns.forgetAgent */ UPDATE concerns SET \(column) = \(Person.nobody.id)
                WHERE town_id = \(scope.town) AND \(column) = \(person)
                """)
        }
    }

    /// Those that somebody answers for who no longer can.
    public func handOver(from person: ID<Person>, to next: ID<Person>) throws {
        try scope.sql.run(
            "/* Concerns.handOver */ UPDATE concerns SET owner_id = \(next) WHERE town_id = \(scope.town) AND owner_id = \(person)")
    }

    private func values(_ concern: Concern) throws -> [any Bindable] {
        let row = concern.id.bytes
        return [
            concern.id, concern.kind, concern.raisedBy, concern.raisedAt, concern.subject,
            try sealer.seal(concern.who, "concerns", "who", row), try sealer.seal(concern.words, "concerns", "words", row),
            concern.reference, concern.organisation, concern.owner, concern.dueAt, concern.reminders,
            try sealer.seal(concern.taker, "concerns", "taker", row), concern.takenAt, concern.result,
            try sealer.seal(concern.resultWords, "concerns", "result_words", row), concern.closedAt,
        ]
    }

    private func list(_ query: SQL) throws -> [Concern] {
        var concerns: [Concern] = []
        try scope.sql.run(query) { concerns.append(try Concern(row: &$0, sealer: sealer)) }
        return concerns
    }
}

extension Concern {
    fileprivate init(row: inout Row, sealer: Sealer) throws {
        let id: ID<Concern> = try row.next()
        func text(_ column: StaticString, _ row: inout Row) throws -> String? {
            try sealer.open(try row.next() as [UInt8]?, "concerns", column, id.bytes)
        }
        let kind: Concern.Kind = try row.next()
        let (raisedBy, raisedAt): (ID<Person>, Moment) = (try row.next(), try row.next())
        let subject: ID<Person>? = try row.next()
        let (who, words) = (try text("who", &row), try text("words", &row))
        let (reference, organisation): (Reference?, ID<Organisation>?) = (try row.next(), try row.next())
        let (owner, dueAt): (ID<Person>, Moment) = (try row.next(), try row.next())
        self.init(id: id, kind: kind, by: raisedBy, at: raisedAt, owner: owner, dueAt: dueAt)
        (self.subject, self.who, self.words, self.reference, self.organisation) = (subject, who, words, reference, organisation)
        reminders = try row.next()
        taker = try text("taker", &row)
        (takenAt, result) = (try row.next(), try row.next())
        resultWords = try text("result_words", &row)
        closedAt = try row.next()
    }
}
