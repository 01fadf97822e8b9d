import Domain
import JobQueue
import Persistence

/// The nightly job that lets go of what the journal has kept for its time; a checkpoint stays in the chain.
struct JournalRetention: Sendable {
    static let job = "journal.retention"
    let house: House

    var handler: JobHandler {
        { [house] _ in
            for facts in house.towns.all { try await Self.purge(facts.town, in: house) }
            return { _ in }
        }
    }

    private static func purge(_ town: Town, in house: House) async throws {
        let now = house.world.now()
        let limit = now.adding(months: -town.settings.privacy.journalMonths, in: town.timeZone)
        try await house.write(town) { scope in
            let journal = Journal(scope)
            guard try journal.purge(before: limit, now: now) > 0 else { return }
            let entry = JournalEntry(at: now, actor: nil, action: .purged, subjectKind: "journal", subject: nil, purpose: "retention")
            try journal.append(entry, id: house.world.id())
        }
    }
}
