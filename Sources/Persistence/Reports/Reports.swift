import Database
import Domain
import Secrets

/// What was reported, and what moderators made of it; words and addresses lie sealed.
public struct Reports {
    private static let columns: SQL = """
        id, kind, subject_id, read_text, accused_id, reason, words, reporter_id, email, language, created_at, verdict, decision_words,
        decided_by, decided_at
        """
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.requests)
    }

    /// False when it was said already: by the same form, or by the same person about the same thing.
    public func insert(_ report: Report) throws -> Bool {
        let row = report.id.bytes
        let index = try report.email.map { try People(scope).index(of: $0) }
        let values: [any Bindable] = [
            scope.town, report.id, report.kind, report.subject, try sealer.seal(report.text, "reports", "read_text", row), report.accused,
            report.reason, report.reason.isSevere, try sealer.seal(report.words, "reports", "words", row), report.reporter,
            try sealer.seal(report.email?.text, "reports", "email", row), index, report.language, report.createdAt,
        ]
        return try scope.sql.run(
            """
            /* Reports.insert */ INSERT INTO reports (town_id, id, kind, subject_id, read_text, accused_id, reason, is_severe, words,
              reporter_id, email, email_index, language, created_at)
            VALUES \(row: values) ON CONFLICT DO NOTHING
            """) == 1
    }

    public func find(_ id: ID<Report>) throws -> Report? {
        try list("/* Reports.find */ SELECT \(Self.columns) FROM reports WHERE town_id = \(scope.town) AND id = \(id)").first
    }

    /// Those that nobody decided yet: severe ones first, then the oldest.
    public func open() throws -> [Report] {
        try list(
            """
            /* Reports.open */ SELECT \(Self.columns) FROM reports
            WHERE town_id = \(scope.town) AND verdict IS NULL ORDER BY is_severe DESC, created_at, id LIMIT 200
            """)
    }

    /// Others about the same person: those that wait and are severe, and all.
    public func others(about report: Report) throws -> (openSevere: Int, all: Int) {
        var counts = (openSevere: 0, all: 0)
        try scope.sql.run(
            """
            /* Reports.others */ SELECT count(*) FILTER (WHERE verdict IS NULL AND is_severe = 1), count(*) FROM reports
            WHERE town_id = \(scope.town) AND accused_id = \(report.accused) AND id <> \(report.id)
            """
        ) { counts = (try $0.next(), try $0.next()) }
        return counts
    }

    /// Made by one person, newest first.
    public func made(by person: ID<Person>) throws -> [Report] {
        try list(
            """
            /* Reports.made */ SELECT \(Self.columns) FROM reports
            WHERE town_id = \(scope.town) AND reporter_id = \(person) ORDER BY created_at DESC, id DESC
            """)
    }

    public func saveDecision(_ report: Report) throws {
        let words = try sealer.seal(report.decision?.words, "reports", "decision_words", report.id.bytes)
        try scope.sql.run(
            """
            /* Reports.saveDecision */ UPDATE reports SET verdict = \(report.decision?.verdict), decision_words = \(words),
              decided_by = \(report.decision?.by), decided_at = \(report.decision?.at)
            WHERE town_id = \(scope.town) AND id = \(report.id)
            """)
    }

    /// What is counted of somebody's reports, and of those about them, stays and says nothing.
    func forget(_ person: ID<Person>) throws {
        try scope.sql.run(
            """
            /* Reports.forgetAccused */ UPDATE reports SET accused_id = \(Person.nobody.id), read_text = NULL, words = NULL,
              decision_words = NULL
            WHERE town_id = \(scope.town) AND accused_id = \(person)
            """)
        try scope.sql.run(
            """
            /* Reports.forgetReporter */ UPDATE reports SET reporter_id = NULL, words = NULL, email = NULL, email_index = NULL
            WHERE town_id = \(scope.town) AND reporter_id = \(person)
            """)
    }

    private func list(_ query: SQL) throws -> [Report] {
        var reports: [Report] = []
        try scope.sql.run(query) { reports.append(try Report(row: &$0, sealer: sealer)) }
        return reports
    }
}

extension Report {
    fileprivate init(row: inout Row, sealer: Sealer) throws {
        let id: ID<Report> = try row.next()
        let kind: Kind = try row.next()
        let subject: [UInt8] = try row.next()
        let text = try sealer.open(try row.next() as [UInt8]?, "reports", "read_text", id.bytes)
        let accused: ID<Person> = try row.next()
        let reason: Reason = try row.next()
        let words = try sealer.open(try row.next() as [UInt8]?, "reports", "words", id.bytes)
        let reporter: ID<Person>? = try row.next()
        let email = try sealer.open(try row.next() as [UInt8]?, "reports", "email", id.bytes)
        self.init(
            id: id, kind: kind, subject: subject, text: text, accused: accused,
            form: ReportForm(reason: reason, words: words, email: email.flatMap(EmailAddress.init)), reporter: reporter,
            language: try row.next(), createdAt: try row.next())
        let verdict: Decision.Verdict? = try row.next()
        let said = try sealer.open(try row.next() as [UInt8]?, "reports", "decision_words", id.bytes)
        let by: ID<Person>? = try row.next()
        let at: Moment? = try row.next()
        if let verdict, let by, let at { decision = Decision(verdict: verdict, words: said, by: by, at: at) }
    }
}
