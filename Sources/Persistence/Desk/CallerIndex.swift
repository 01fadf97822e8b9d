import Database
import Domain
import Secrets

/// Finds people by what they say on the telephone. A copy of the database shows that two rows share a term, never which.
///
/// Written with each row of `people`; goes with it.
public struct CallerIndex {
    static let table = "caller_terms"
    /// The table whose rows it finds.
    static let subject = "people"
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    /// Who may be meant, whether they fit in full or not.
    /// - Parameter terms: for each thing that was said, the terms of those who may be meant.
    /// - Returns: at most `limit` of them, in no order.
    public func candidates(_ terms: [[String]], limit: Int) throws -> [ID<Person>] {
        let parts = terms.map { $0.flatMap(hashes(of:)) }
        guard let rarest = try rarest(parts) else { return [] }
        let others = parts.indices.filter { $0 != rarest }.map { part -> SQL in
            """
             AND EXISTS (SELECT 1 FROM caller_terms other WHERE other.town_id = \(scope.town) AND other.person_id = found.person_id
                         AND other.term_hash IN \(list: parts[part]))
            """
        }
        // A part for each term: with IN, SQLite walks through everybody in the order that DISTINCT asks for.
        let found: [SQL] = parts[rarest].map {
            "SELECT person_id FROM caller_terms WHERE town_id = \(scope.town) AND term_hash = \($0)"
        }
        return try scope.sql.values(
            """
            /* CallerIndex.candidates */ SELECT DISTINCT found.person_id FROM (\(found.joined(" UNION ALL "))) found
            WHERE 1 = 1\(others.joined("")) LIMIT \(limit)
            """)
    }

    func add(_ person: Person) throws { try insert(Set(hashes(of: person)), of: person.id) }

    /// Only what changed is written: most changes of a person are none here.
    func renew(_ person: Person) throws {
        let stored: Set<[UInt8]> = Set(
            try scope.sql.values(
                "/* CallerIndex.stored */ SELECT term_hash FROM caller_terms WHERE town_id = \(scope.town) AND person_id = \(person.id)"))
        let wanted = Set(hashes(of: person))
        let gone = stored.subtracting(wanted)
        if !gone.isEmpty {
            try scope.sql.run(
                """
                /* CallerIndex.delete */ DELETE FROM caller_terms
                WHERE town_id = \(scope.town) AND person_id = \(person.id) AND term_hash IN \(list: Array(gone))
                """)
        }
        try insert(wanted.subtracting(stored), of: person.id)
    }

    /// After their rows were sealed anew.
    func renew(_ ids: [ID<Person>]) throws {
        for person in try People(scope).find(ids).values { try renew(person) }
    }

    /// Who was written down before there was an index, some at a time, in the order of their ids.
    /// - Returns: the last of them, to go on after; nil when none is left.
    public func addMissing(after: ID<Person>, limit: Int) throws -> ID<Person>? {
        let missing: [ID<Person>] = try scope.sql.values(
            """
            /* CallerIndex.missing */ SELECT id FROM people WHERE town_id = \(scope.town) AND id > \(after)
              AND NOT EXISTS (SELECT 1 FROM caller_terms t WHERE t.town_id = people.town_id AND t.person_id = people.id)
            ORDER BY id LIMIT \(limit)
            """)
        for person in try People(scope).find(missing).values { try add(person) }
        return missing.last
    }

    /// Which of the parts has the fewest people, as far as it is worth counting.
    private func rarest(_ parts: [[[UInt8]]]) throws -> Int? {
        guard parts.count > 1 else { return parts.indices.first }
        let counts = try parts.map { terms -> Int in
            try scope.sql.value(
                """
                /* CallerIndex.count */ SELECT count(*) FROM
                  (SELECT 1 FROM caller_terms WHERE town_id = \(scope.town) AND term_hash IN \(list: terms) LIMIT 2000) counted
                """) ?? 0
        }
        return counts.indices.min { counts[$0] < counts[$1] }
    }

    private func insert(_ hashes: Set<[UInt8]>, of person: ID<Person>) throws {
        guard !hashes.isEmpty else { return }
        let rows: [SQL] = hashes.sorted { $0.lexicographicallyPrecedes($1) }.map { "(\(scope.town), \($0), \(person))" }
        try scope.sql.run("/* CallerIndex.insert */ INSERT INTO caller_terms (town_id, term_hash, person_id) VALUES \(rows.joined(", "))")
    }

    private func hashes(of person: Person) -> [[UInt8]] { person.callerTerms.map { Self.short(sealer.blindIndex($0, field: "caller")) } }
    private func hashes(of term: String) -> [[UInt8]] { sealer.blindIndexes(term, field: "caller").map(Self.short) }

    /// Enough that two terms of a million people hardly ever meet; who is found is looked at anyway.
    private static func short(_ hash: [UInt8]) -> [UInt8] { Array(hash.prefix(8)) }
}
