import Database
import Domain
import JobQueue
import Persistence
import TestSupport
import Testing
@testable import UseCases

@Suite struct JournalTests {
    private func write(_ count: Int, _ test: TestHouse, in town: Town? = nil) async throws {
        let (house, actor) = (test.house, test.cast.martine.id)
        try await house.write(town ?? test.town.town) { scope in
            for number in 0..<count {
                try Journal(scope).append(
                    JournalEntry(
                        at: house.world.now(), actor: actor, action: .readContact, subjectKind: "people",
                        subject: test.cast.jeanne.id.bytes, purpose: "ring_back\(number)"),
                    id: house.world.id())
            }
        }
    }

    private func standing(_ test: TestHouse) async throws -> JournalStanding {
        try await test.house.read(test.town.town) { try JournalProof($0).standing() }
    }

    private func last(_ test: TestHouse) async throws -> Int64 {
        guard case .whole(let last, _) = try await standing(test) else { return -1 }
        return last
    }

    @Test(arguments: Engine.all) func entriesAreNumberedPerTownAndWhole(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let before = try await last(test)
        #expect(before >= 0)
        try await write(3, test)
        try await write(2, test, in: test.elsewhere.town)
        #expect(try await standing(test) == .whole(last: before + 3, purged: 0))
        let lines = try await test.house.read(test.town.town) { try JournalListing($0).page(JournalFilter(), before: nil, limit: 3) }
        #expect(lines.map(\.number) == [before + 3, before + 2, before + 1])
        #expect(lines.allSatisfy { $0.role == "referent" && $0.entry.actor == test.cast.martine.id })
    }

    /// Whoever can write to the database, and has not the keys.
    @Test(arguments: Engine.all) func everyTamperingIsFoundAndNamed(_ engine: Engine) async throws {
        let faults: [(SQL, JournalStanding.Fault, Int64)] = [
            ("UPDATE journal SET purpose = 'other' WHERE number = 4 AND town_id = 1", .altered, 4),
            ("UPDATE journal SET at = at + 1 WHERE number = 4 AND town_id = 1", .altered, 4),
            ("UPDATE journal SET actor_id = NULL, role = 'system' WHERE number = 4 AND town_id = 1", .altered, 4),
            ("DELETE FROM journal WHERE number = 4 AND town_id = 1", .missing, 4),
            ("DELETE FROM journal WHERE number >= 8 AND town_id = 1", .missing, 8),
            ("UPDATE journal SET number = number + 100 WHERE number = 4 AND town_id = 1", .missing, 4),
        ]
        for (tampering, fault, number) in faults {
            let test = try await TestHouse(on: engine)
            let missing = 8 - Int(try await last(test))
            try await write(missing, test)
            #expect(try await last(test) == 8)
            let town = test.town.town.id
            try await test.house.database.write(.town(town)) { sql in
                let changed = try sql.run(tampering)
                #expect(town == 1 && changed > 0)
            }
            guard case .broken(let found, _, let why) = try await standing(test) else {
                Issue.record("not found: \(tampering)")
                continue
            }
            #expect(found == number && why == fault, "\(tampering)")
        }
    }

    @Test(arguments: Engine.all) func entriesThatSwapPlacesAreFound(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await write(8 - Int(try await last(test)), test)
        try await test.house.database.write(.town(1)) { sql in
            for (from, to) in [(3, 1_000), (4, 3), (1_000, 4)] {
                try sql.run("UPDATE journal SET number = \(to) WHERE town_id = 1 AND number = \(from)")
            }
        }
        guard case .broken(3, _, .altered) = try await standing(test) else {
            Issue.record("not found")
            return
        }
    }

    /// The journal's own job of the night; the others write entries too.
    private func purge(_ test: TestHouse) async throws {
        let now = test.clock.now.milliseconds
        try await test.house.write(test.town.town) { try Jobs($0.sql).enqueue(JournalRetention.job, town: 1, due: now) }
        await test.work()
    }

    @Test(arguments: Engine.all) func oldEntriesBecomeACheckpointThatStillProves(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await write(3, test)
        let old = try await last(test)
        test.clock.move(.days(370))
        try await write(2, test)
        try await purge(test)
        // The purge is an entry, too.
        #expect(try await standing(test) == .whole(last: old + 3, purged: old))
        let lines = try await test.house.read(test.town.town) { try JournalListing($0).page(JournalFilter(), before: nil, limit: 99) }
        #expect(lines.map(\.number) == [old + 3, old + 2, old + 1] && lines.first?.entry.action == .purged)
        test.clock.move(.days(370))
        try await purge(test)
        #expect(try await standing(test) == .whole(last: old + 4, purged: old + 3))
        try await test.house.database.write(.town(1)) { sql in
            let changed = try sql.run("UPDATE journal_checkpoints SET entries = entries - 1 WHERE town_id = 1 AND number = \(old)")
            #expect(changed == 1)
        }
        guard case .broken(old, _, .checkpoint) = try await standing(test) else {
            Issue.record("not found")
            return
        }
    }

    @Test(arguments: Engine.all) func whatWasWrittenBeforeThereWasAChainIsChainedByTheNext(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        try await write(3, test)
        let before = try await last(test)
        try await test.house.database.write(.town(1)) { sql in
            try sql.run("DELETE FROM journal_heads WHERE town_id = 1")
            try sql.run("UPDATE journal SET code = NULL WHERE town_id = 1")
        }
        try await write(1, test)
        #expect(try await standing(test) == .whole(last: before + 1, purged: 0))
    }

    @Test func aMonthIsTheCalendars() async throws {
        let paris = try await TestHouse().town.town.timeZone
        let now = try #require(CivilDay("2027-03-31")).midnight(in: paris)
        #expect(CivilDay(now.adding(months: -1, in: paris), in: paris).iso == "2027-02-28")
        #expect(CivilDay(now.adding(months: -12, in: paris), in: paris).iso == "2026-03-31")
        #expect(CivilDay(now.adding(months: -36, in: paris), in: paris).iso == "2024-03-31")
    }
}
