import Database
import Domain
import Secrets

/// A transaction of one town, with that town's keys. Repositories are made from it, so nothing reads people's rows without a town.
public struct TownTransaction {
    public let sql: any Transaction
    public let town: Int
    private let keys: KeyRing
    private let sealers = Sealers()

    public init(_ transaction: any Transaction, town: Int, keys: KeyRing) {
        sql = transaction
        self.town = town
        self.keys = keys
    }

    public func sealer(_ purpose: KeyRing.Purpose) throws -> Sealer {
        if let known = sealers.known[purpose] { return known }
        let sealer = try keys.sealer(town: town, purpose: purpose)
        sealers.known[purpose] = sealer
        return sealer
    }
}

/// Those that this transaction has asked for: the ring looks at the key's file each time.
private final class Sealers {
    var known: [KeyRing.Purpose: Sealer] = [:]
}

extension Sealer {
    func seal(_ text: String?, _ table: StaticString, _ column: StaticString, _ row: [UInt8]) throws -> [UInt8]? {
        guard let text else { return nil }
        return try seal(text, table: table, column: column, row: row)
    }

    func open(_ bytes: [UInt8]?, _ table: StaticString, _ column: StaticString, _ row: [UInt8]) throws -> String? {
        guard let bytes else { return nil }
        return try open(bytes, table: table, column: column, row: row)
    }
}
