import Database
import Domain

/// Who wants nothing more to do with whom: one rule for asks, matches, conversations, and whatever brings two people together.
///
/// Visitors are written down anew with each request, so a block holds for every row with the same e-mail address or number.
public struct Blocks {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    /// Whether either has blocked the other.
    public func between(_ one: ID<Person>, _ other: ID<Person>) throws -> Bool {
        try between(one, anyOf: [other])
    }

    public func between(_ one: ID<Person>, anyOf others: [ID<Person>]) throws -> Bool {
        let found: Int? = try scope.sql.value(
            "/* Blocks.between */ SELECT count(*) FROM (\(Self.others(of: others, in: scope.town))) far WHERE id = \(one)")
        return (found ?? 0) > 0
    }

    /// The ids of all whom these people may not meet, whoever of the two blocked; for `NOT IN` in a list. Never null.
    public static func others(of people: [ID<Person>], in town: Int) -> SQL {
        """
        SELECT id FROM (
          WITH own AS (\(kin(of: list(people, in: town), in: town))),
            met AS (SELECT blocked_id AS id FROM blocks WHERE town_id = \(town) AND blocker_id IN (SELECT id FROM own)
                    UNION SELECT blocker_id FROM blocks WHERE town_id = \(town) AND blocked_id IN (SELECT id FROM own))
          \(kin(of: "SELECT id FROM met", in: town))) apart
        """
    }

    private static func list(_ people: [ID<Person>], in town: Int) -> SQL {
        "SELECT id FROM people WHERE town_id = \(town) AND id IN \(list: people)"
    }

    /// Those people, and the rows that share an address or a number with them. A union, so that each part has its index; and nothing is said
    /// of rows without an address or number, which are like nobody: SQLite would walk through all the others.
    static func kin(of ids: SQL, in town: Int) -> SQL {
        """
        SELECT id FROM people WHERE town_id = \(town) AND id IN (\(ids))
        UNION SELECT id FROM people WHERE town_id = \(town) AND email_index IN (
          SELECT email_index FROM people WHERE town_id = \(town) AND id IN (\(ids)))
        UNION SELECT id FROM people WHERE town_id = \(town) AND phone_index IN (
          SELECT phone_index FROM people WHERE town_id = \(town) AND id IN (\(ids)))
        """
    }

    /// False when it was there already.
    @discardableResult
    public func insert(_ block: Block) throws -> Bool {
        try Resealing(scope).alike([block.blocker, block.blocked])
        return try scope.sql.run(
            """
            /* Blocks.insert */ INSERT INTO blocks (town_id, id, blocker_id, blocked_id, created_at)
            VALUES (\(scope.town), \(block.id), \(block.blocker), \(block.blocked), \(block.createdAt))
            ON CONFLICT (town_id, blocker_id, blocked_id) DO NOTHING
            """) == 1
    }

    /// Newest first.
    public func of(_ blocker: ID<Person>) throws -> [Block] {
        var blocks: [Block] = []
        try scope.sql.run(
            """
            /* Blocks.of */ SELECT id, blocker_id, blocked_id, created_at FROM blocks
            WHERE town_id = \(scope.town) AND blocker_id = \(blocker) ORDER BY created_at DESC, id DESC LIMIT 200
            """
        ) { row in
            blocks.append(Block(id: try row.next(), blocker: try row.next(), blocked: try row.next(), createdAt: try row.next()))
        }
        return blocks
    }

    /// All whom a block is about, on either side.
    public func everybody() throws -> [ID<Person>] {
        try scope.sql.values(
            """
            /* Blocks.everybody */ SELECT blocker_id FROM blocks WHERE town_id = \(scope.town)
            UNION SELECT blocked_id FROM blocks WHERE town_id = \(scope.town)
            """)
    }

    public func delete(_ id: ID<Block>, of blocker: ID<Person>) throws {
        try scope.sql.run(
            "/* Blocks.delete */ DELETE FROM blocks WHERE town_id = \(scope.town) AND id = \(id) AND blocker_id = \(blocker)")
    }
}
