import Database
import Domain
import Secrets

/// What waits for a moderator's eye: words of public needs and of offers, oldest first.
public struct PendingTexts {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func count() throws -> Int {
        try scope.sql.value(
            """
            /* PendingTexts.count */ SELECT (SELECT count(*) FROM help_requests WHERE \(needs))
              + (SELECT count(*) FROM offers WHERE \(offers))
            """) ?? 0
    }

    /// The oldest; `skipped` were left for later.
    public func next(skipping skipped: [[UInt8]]) throws -> PendingText? {
        let rest: SQL = skipped.isEmpty ? "1 = 1" : "id NOT IN \(list: skipped)"
        return try list(
            """
            /* PendingTexts.next */ SELECT kind, id, category_id, neighbourhood_id, details, created_at FROM (
              SELECT 'request' AS kind, id, category_id, neighbourhood_id, details, created_at FROM help_requests WHERE \(needs)
              UNION ALL SELECT 'offer', id, category_id, neighbourhood_id, details, created_at FROM offers WHERE \(offers)) texts
            WHERE \(rest) ORDER BY created_at, id LIMIT 1
            """
        ).first
    }

    /// One that still waits; nil once it was decided or is no longer public.
    public func find(_ kind: PendingText.Kind, _ subject: [UInt8]) throws -> PendingText? {
        let (name, table, waiting): (SQL, SQL, SQL) =
            kind == .request ? ("'request'", "help_requests", needs) : ("'offer'", "offers", offers)
        return try list(
            """
            /* PendingTexts.find */ SELECT \(name), id, category_id, neighbourhood_id, details, created_at FROM \(table)
            WHERE \(waiting) AND id = \(subject)
            """
        ).first
    }

    /// Writes the verdict; what the author wrote stays as it is, for the people of the match.
    public func decide(_ text: PendingText, _ review: HelpRequest.Review, publicText: String?) throws {
        let table: SQL = text.kind == .request ? "help_requests" : "offers"
        try scope.sql.run(
            """
            /* PendingTexts.decide */ UPDATE \(table) SET review = \(review), public_text = \(publicText)
            WHERE town_id = \(scope.town) AND id = \(text.subject)
            """)
    }

    /// Who wrote it, the most direct first: for a caller, the person who held the pen hears of it when the caller cannot be written to.
    public func authors(of text: PendingText) throws -> [ID<Person>] {
        let query: SQL =
            text.kind == .request
            ? "SELECT asker_id, taken_by FROM help_requests" : "SELECT person_id, NULL FROM offers"
        var authors: [ID<Person>] = []
        try scope.sql.run("/* PendingTexts.authors */ \(query) WHERE town_id = \(scope.town) AND id = \(text.subject)") { row in
            authors.append(try row.next())
            if let writer: ID<Person> = try row.next() { authors.append(writer) }
        }
        return authors
    }

    private var needs: SQL { "town_id = \(scope.town) AND is_public = 1 AND review = 'unread' AND details IS NOT NULL" }
    private var offers: SQL { "town_id = \(scope.town) AND status = 'active' AND review = 'unread' AND details IS NOT NULL" }

    private func list(_ query: SQL) throws -> [PendingText] {
        let sealer = try scope.sealer(.requests)
        var texts: [PendingText] = []
        try scope.sql.run(query) { row in
            let kind: PendingText.Kind = try row.next()
            let id: [UInt8] = try row.next()
            let category: ID<Category> = try row.next()
            let place: ID<Neighbourhood>? = try row.next()
            let sealed: [UInt8] = try row.next()
            let text = try sealer.open(sealed, table: kind == .request ? "help_requests" : "offers", column: "details", row: id)
            texts.append(
                PendingText(kind: kind, subject: id, category: category, neighbourhood: place, text: text, createdAt: try row.next()))
        }
        return texts
    }
}
