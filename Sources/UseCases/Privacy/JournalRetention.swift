import Domain
import Persistence

/// The nightly job that lets go of what the journal has kept for its time; a checkpoint stays in the chain.
struct JournalRetention: TownSweep {
    static let job = "journal.retention"
    let house: House

    func turn(in facts: TownFacts) async throws {
        let (town, now) = (facts.town, house.world.now())
        let limit = now.adding(months: -town.settings.privacy.journalMonths, in: town.timeZone)
        try await house.write(town) { [house] scope in
            let journal = Journal(scope)
            guard try journal.purge(before: limit, now: now) > 0 else { return }
            let entry = JournalEntry(at: now, actor: nil, action: .purged, subjectKind: "journal", subject: nil, purpose: "retention")
            try journal.append(entry, id: house.world.id())
        }
    }
}
