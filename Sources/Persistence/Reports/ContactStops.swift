import Database
import Domain
import Secrets

/// Whose new contacts are stopped: one rule for waves, matches, offers, and whatever brings somebody together with somebody new.
public struct ContactStops {
    static let columns: SQL = """
        id, person_id, report_id, reason, since, is_automatic, decided_by, words, appeal_words, appealed_at, appeal_result, answer_words,
        answered_by, answered_at, ended_at, ended_by
        """
    let scope: TownTransaction
    let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    /// All whom a stop holds, for `NOT IN` in a list; never null.
    ///
    /// Rows without an account that share an address or a number are the same person; another account there is another person.
    public static func held(in town: Int) -> SQL {
        """
        SELECT person_id AS id FROM contact_stops WHERE town_id = \(town) AND ended_at IS NULL
        UNION ALL \(kin("email_index", in: town)) UNION ALL \(kin("phone_index", in: town))
        """
    }

    private static func kin(_ column: SQL, in town: Int) -> SQL {
        """
        SELECT p.id FROM contact_stops s JOIN people a ON a.town_id = s.town_id AND a.id = s.person_id
          JOIN people p ON p.town_id = a.town_id AND p.\(column) = a.\(column)
        WHERE s.town_id = \(town) AND s.ended_at IS NULL AND (a.has_account = 0 OR p.has_account = 0)
        """
    }

    public func holds(anyOf people: [ID<Person>]) throws -> Bool {
        let found: Int? = try scope.sql.value(
            "/* ContactStops.holds */ SELECT count(*) FROM (\(Self.held(in: scope.town))) held WHERE id IN \(list: people)")
        return (found ?? 0) > 0
    }

    /// False where one stands already.
    public func insert(_ stop: ContactStop) throws -> Bool {
        let values: [any Bindable] = [
            scope.town, stop.id, stop.person, stop.report, stop.reason, stop.since, stop.isAutomatic, stop.decidedBy,
            try sealer.seal(stop.words, "contact_stops", "words", stop.id.bytes),
        ]
        return try scope.sql.run(
            """
            /* ContactStops.insert */ INSERT INTO contact_stops
              (town_id, id, person_id, report_id, reason, since, is_automatic, decided_by, words)
            VALUES \(row: values) ON CONFLICT DO NOTHING
            """) == 1
    }

    public func find(_ id: ID<ContactStop>) throws -> ContactStop? {
        try list("/* ContactStops.find */ SELECT \(Self.columns) FROM contact_stops WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Those of these rows of a person, over or not, newest first.
    public func of(_ people: [ID<Person>]) throws -> [ContactStop] {
        try list(
            """
            /* ContactStops.of */ SELECT \(Self.columns) FROM contact_stops
            WHERE town_id = \(scope.town) AND person_id IN \(list: people) ORDER BY since DESC, id DESC
            """)
    }

    public func caused(by report: ID<Report>) throws -> ContactStop? {
        try list(
            """
            /* ContactStops.caused */ SELECT \(Self.columns) FROM contact_stops
            WHERE town_id = \(scope.town) AND report_id = \(report) AND ended_at IS NULL
            """
        ).first
    }

    /// Appeals without an answer, oldest first.
    public func openAppeals() throws -> [ContactStop] {
        try list(
            """
            /* ContactStops.openAppeals */ SELECT \(Self.columns) FROM contact_stops
            WHERE town_id = \(scope.town) AND ended_at IS NULL AND appealed_at IS NOT NULL AND appeal_result IS NULL
            ORDER BY appealed_at, id
            """)
    }

    /// How many a report alone began since a moment, in the whole town.
    public func automatic(since moment: Moment) throws -> Int {
        try scope.sql.value(
            """
            /* ContactStops.automatic */ SELECT count(*) FROM contact_stops
            WHERE town_id = \(scope.town) AND is_automatic = 1 AND since > \(moment)
            """) ?? 0
    }

    /// The same by reports of these rows of one person.
    public func automatic(by reporter: ID<Person>, since moment: Moment) throws -> Int {
        let own: SQL = "SELECT id FROM people WHERE town_id = \(scope.town) AND id = \(reporter)"
        return try scope.sql.value(
            """
            /* ContactStops.automaticBy */ SELECT count(*) FROM contact_stops s
            JOIN reports r ON r.town_id = s.town_id AND r.id = s.report_id
            WHERE s.town_id = \(scope.town) AND s.is_automatic = 1 AND s.since > \(moment)
              AND r.reporter_id IN (\(Blocks.kin(of: own, in: scope.town)))
            """) ?? 0
    }

    public func save(_ stop: ContactStop) throws {
        let (row, answer) = (stop.id.bytes, stop.appeal?.answer)
        try scope.sql.run(
            """
            /* ContactStops.save */ UPDATE contact_stops SET reason = \(stop.reason), decided_by = \(stop.decidedBy),
              words = \(try sealer.seal(stop.words, "contact_stops", "words", row)),
              appeal_words = \(try sealer.seal(stop.appeal?.words, "contact_stops", "appeal_words", row)),
              appealed_at = \(stop.appeal?.at), appeal_result = \(answer?.result),
              answer_words = \(try sealer.seal(answer?.words, "contact_stops", "answer_words", row)),
              answered_by = \(answer?.by), answered_at = \(answer?.at), ended_at = \(stop.endedAt), ended_by = \(stop.endedBy)
            WHERE town_id = \(scope.town) AND id = \(stop.id)
            """)
    }

    /// Only that there was one is counted.
    func forget(_ person: ID<Person>, now: Moment) throws {
        try scope.sql.run(
            """
            /* ContactStops.forget */ UPDATE contact_stops SET person_id = \(Person.nobody.id), ended_at = coalesce(ended_at, \(now)),
              words = NULL, appeal_words = NULL, answer_words = NULL
            WHERE town_id = \(scope.town) AND person_id = \(person)
            """)
    }

    private func list(_ query: SQL) throws -> [ContactStop] {
        var stops: [ContactStop] = []
        try scope.sql.run(query) { stops.append(try ContactStop(row: &$0, sealer: sealer)) }
        return stops
    }
}
