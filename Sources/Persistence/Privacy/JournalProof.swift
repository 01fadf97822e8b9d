import Database
import Domain
import Secrets

/// Looks at every link of a town's journal, one after the other, however long it is.
public struct JournalProof {
    private let scope: TownTransaction

    public init(_ scope: TownTransaction) { self.scope = scope }

    public func standing() throws -> JournalStanding {
        let chain = try JournalChain(scope)
        var (number, code, purged): (Int64, [UInt8], Int64) = (0, [], 0)
        var previous: [UInt8] = []
        for (checkpoint, written) in try checkpoints() {
            previous = chain.code(of: checkpoint, after: previous, like: written)
            guard previous == written else { return .broken(number: checkpoint.number, at: checkpoint.lastAt, .checkpoint) }
            (number, code, purged) = (checkpoint.number, checkpoint.lastCode, purged + checkpoint.entries)
        }
        guard let head = try Journal(scope).head() else { return try unchained(number) }
        var fault: JournalStanding?
        try scope.sql.run(
            """
            /* JournalProof.standing */ SELECT number, id, at, actor_id, action, subject_kind, subject, purpose, role, code FROM journal
            WHERE town_id = \(scope.town) ORDER BY number
            """
        ) { row in
            guard fault == nil else { return }
            let line = try JournalListing.line(&row)
            let written: [UInt8]? = try row.next()
            guard line.number == number + 1 else {
                fault = .broken(number: number + 1, at: line.entry.at, line.number <= number ? .altered : .missing)
                return
            }
            let follows = Sealer.mayFollow(written ?? [], after: code)
            (number, code) = (line.number, chain.code(of: line, after: code, like: written))
            if code != written || !follows { fault = .broken(number: number, at: line.entry.at, .altered) }
        }
        if let fault { return fault }
        guard head.number == number else { return .broken(number: min(head.number, number) + 1, at: nil, .missing) }
        guard head.code == code, chain.mayEnd(with: code) else { return .broken(number: number, at: nil, .altered) }
        return .whole(last: number, purged: purged)
    }

    /// Without a head: nothing was written yet, or only before there was a chain.
    private func unchained(_ number: Int64) throws -> JournalStanding {
        let chained: Int =
            try scope.sql.value(
                "/* JournalProof.unchained */ SELECT count(*) FROM journal WHERE town_id = \(scope.town) AND code IS NOT NULL") ?? 0
        return chained == 0 && number == 0 ? .whole(last: 0, purged: 0) : .broken(number: number + 1, at: nil, .missing)
    }

    private func checkpoints() throws -> [(JournalCheckpoint, [UInt8])] {
        var checkpoints: [(JournalCheckpoint, [UInt8])] = []
        try scope.sql.run(
            """
            /* JournalProof.checkpoints */ SELECT number, entries, first_at, last_at, purged_at, last_code, code FROM journal_checkpoints
            WHERE town_id = \(scope.town) ORDER BY number
            """
        ) { row in
            let checkpoint = JournalCheckpoint(
                number: try row.next(), entries: try row.next(), firstAt: try row.next(), lastAt: try row.next(),
                purgedAt: try row.next(), lastCode: try row.next())
            checkpoints.append((checkpoint, try row.next()))
        }
        return checkpoints
    }
}
