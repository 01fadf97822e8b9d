import Domain
import Persistence

/// What the data protection officer reads of the journal (P-04, P-05): powers that were used, by role; never what was read.
public struct JournalDesk: Sendable {
    public static let pageSize = 50
    /// A sheet holds at most this many entries; a narrower filter gives the rest.
    public static let sheetSize = 20_000
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Page: Sendable {
        public var lines: [JournalLine]
        /// The number to go on before; nil on the last page.
        public var next: Int64?
        public var standing: JournalStanding
    }

    public func page(_ filter: JournalFilter, before: Int64?, by actor: Actor, in town: Town) async throws -> Page {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        return try await house.read(town) { scope in
            let lines = try JournalListing(scope).page(filter, before: before, limit: Self.pageSize + 1)
            let shown = Array(lines.prefix(Self.pageSize))
            return Page(
                lines: shown, next: lines.count > Self.pageSize ? shown.last?.number : nil, standing: try JournalProof(scope).standing())
        }
    }

    /// The same entries as a file; that it was taken away is an entry too.
    public func sheet(_ filter: JournalFilter, by actor: Actor, in town: Town) async throws -> [JournalLine] {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        return try await house.write(town) { scope in
            let lines = try JournalListing(scope).page(filter, before: nil, limit: Self.sheetSize)
            try note(.exported, "journal", nil, by: actor, in: scope)
            return lines
        }
    }

    /// Who stands behind an entry, for a question that only the name answers: the look itself is an entry.
    public func name(behind number: Int64, by actor: Actor, in town: Town) async throws -> String {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        return try await house.write(town) { scope in
            guard let line = try JournalListing(scope).find(number), let person = line.entry.actor,
                let known = try People(scope).find(person)
            else { throw Refusal.notFound }
            try note(.readContact, "people", person.bytes, by: actor, in: scope)
            return known.fullName
        }
    }

    private func note(
        _ action: JournalEntry.Action, _ kind: String, _ subject: [UInt8]?, by actor: Actor, in scope: TownTransaction
    ) throws {
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: action, subjectKind: kind, subject: subject, purpose: "journal")
        try Journal(scope).append(entry, id: house.world.id())
    }
}
