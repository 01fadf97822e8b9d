import Database
import Domain
import Secrets

/// Links that open a mandate without an account: the represented person's own, and that of the one reader they agreed to.
public struct MandateLinks {
    private let scope: TownTransaction
    private let sealer: Sealer

    public init(_ scope: TownTransaction) throws {
        self.scope = scope
        sealer = try scope.sealer(.people)
    }

    /// One more of the represented person; those before stay valid.
    public func insert(_ hash: [UInt8], to mandate: ID<Mandate>, now: Moment) throws {
        try scope.sql.run(
            """
            /* MandateLinks.insert */ INSERT INTO mandate_links (town_id, token_hash, mandate_id, created_at)
            VALUES (\(scope.town), \(hash), \(mandate), \(now))
            """)
    }

    public func find(_ hash: [UInt8]) throws -> ID<Mandate>? {
        try scope.sql.value(
            "/* MandateLinks.find */ SELECT mandate_id FROM mandate_links WHERE town_id = \(scope.town) AND token_hash = \(hash)")
    }

    /// By the hash of the reader's link.
    public func read(with hash: [UInt8]) throws -> ID<Mandate>? {
        try scope.sql.value(
            "/* MandateLinks.read */ SELECT mandate_id FROM mandate_readers WHERE town_id = \(scope.town) AND token_hash = \(hash)")
    }

    /// In the place of whoever read before.
    public func admit(_ reader: MandateReader, with hash: [UInt8]) throws {
        let row = reader.mandate.bytes
        try forgetReader(of: reader.mandate)
        try scope.sql.run(
            """
            /* MandateLinks.reader */ INSERT INTO mandate_readers (town_id, mandate_id, name, email, token_hash, agreed_at, heard_by)
            VALUES (\(scope.town), \(reader.mandate), \(try sealer.seal(reader.name, "mandate_readers", "name", row)),
              \(try sealer.seal(reader.email.text, "mandate_readers", "email", row)), \(hash), \(reader.agreedAt), \(reader.heardBy))
            """)
    }

    public func forgetReader(of mandate: ID<Mandate>) throws {
        try scope.sql.run(
            "/* MandateLinks.forget */ DELETE FROM mandate_readers WHERE town_id = \(scope.town) AND mandate_id = \(mandate)")
    }

    public func reader(of mandate: ID<Mandate>) throws -> MandateReader? {
        var reader: MandateReader?
        try scope.sql.run(
            """
            /* MandateLinks.readerOf */ SELECT name, email, agreed_at, heard_by FROM mandate_readers
            WHERE town_id = \(scope.town) AND mandate_id = \(mandate)
            """
        ) { row in
            let name = try sealer.open(try row.next() as [UInt8]?, "mandate_readers", "name", mandate.bytes)
            let email = try sealer.open(try row.next() as [UInt8]?, "mandate_readers", "email", mandate.bytes)
            guard let name, let email = email.flatMap(EmailAddress.init) else { return }
            reader = MandateReader(mandate: mandate, name: name, email: email, agreedAt: try row.next(), heardBy: try row.next())
        }
        return reader
    }
}
