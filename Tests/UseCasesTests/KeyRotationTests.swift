import Database
import Domain
@testable import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

@Suite struct KeyRotationTests {
    /// A town in which every sealed table has a row.
    private func story(_ engine: Engine) async throws -> (test: TestHouse, created: Requests.Created, code: InvitationCode) {
        let test = try await TestHouse(on: engine)
        let created = try await FullTown(test).fill()
        let code = InvitationCode(random: test.house.world.random)
        let now = test.clock.now
        try await test.house.write(test.town.town) { [house = test.house] scope in
            let invitations = try Invitations(scope)
            let invitation = Invitation(id: house.world.id(), kind: .helper, person: test.cast.jeanne.id, createdAt: now)
            try invitations.insert(invitation, hash: invitations.hash(of: code))
        }
        return (test, created, code)
    }

    private func residents(_ test: TestHouse, _ address: String) async throws -> [String] {
        let email = try #require(EmailAddress(address))
        return try await test.house.read(test.town.town) { try People($0).residents(with: email).map(\.firstName) }
    }

    private func rows(_ test: TestHouse) async throws -> [String: [String]] {
        try await test.house.read(test.town.town) { scope in
            var rows: [String: [String]] = [:]
            try TownRows(scope).export { rows[$0, default: []].append($1) }
            return rows
        }
    }

    @Test(arguments: Engine.all) func nothingIsLostWhileWritesGoOnAndTheJobDies(_ engine: Engine) async throws {
        let (test, created, code) = try await story(engine)
        let (town, before) = (test.town.town, try await rows(test))
        for table in SealedTable.all { #expect(before["\(table.name)"]?.isEmpty == false, "the story has \(table.name)") }
        var rotation = KeyRotation(test.house)
        rotation.batch = 2
        let begun = try await rotation.begin(town)
        #expect(begun > 10)
        #expect(
            try await rows(test).filter { $0.key != "journal" && $0.key != "journal_heads" }
                == before.filter { $0.key != "journal" && $0.key != "journal_heads" })

        var stage: KeyRotation.Stage? = KeyRotation.Stage()
        for _ in 0..<3 { stage = try await rotation.step(try #require(stage), town) }
        // Meanwhile: somebody new, found beside those whose rows are still as they were.
        let nadia = try await test.newPerson("nadia")
        #expect(try await residents(test, "NADIA@clairval.test") == ["nadia"])
        #expect(try await residents(test, "karim@clairval.test") == ["Karim"])
        #expect(try await residents(test, "ariane@clairval.test") == ["Ariane"])

        // Here the process dies. The command once more begins at the first row, under the same new keys.
        let again = try await rotation.begin(town)
        #expect(again < begun && again > 0)
        stage = KeyRotation.Stage()
        while let now = stage { stage = try await rotation.step(now, town) }

        #expect(try await rotation.left(town) == nil)
        #expect(try await test.house.read(town) { try Resealing($0).left() } == 0)
        let after = try await rows(test)
        for (table, lines) in before where !["journal", "journal_heads", "jobs", "town_versions"].contains(table) {
            #expect(Set(lines).isSubset(of: Set(after[table] ?? [])), "\(table)")
        }
        #expect(try await residents(test, "karim@clairval.test") == ["Karim"])
        #expect(try await residents(test, nadia.email?.text ?? "") == ["nadia"])
        let found = try await test.house.read(town) { [now = test.clock.now] in try Invitations($0).find(code, now: now) }
        #expect(found?.person == test.cast.jeanne.id, "a printed code still opens")
        #expect(try await test.tracked(created.tracking.text) != nil)
    }

    @Test(arguments: Engine.all) func theQueueDoesItAndWaitsBeforeTheKeysGo(_ engine: Engine) async throws {
        let (test, _, _) = try await story(engine)
        let rotation = KeyRotation(test.house)
        let old = try test.house.keys.fingerprints(town: test.town.town.id)
        _ = try await rotation.begin(test.town.town)
        await test.work()
        #expect(try await rotation.left(test.town.town) == 0, "all is sealed anew, the old keys are still there")
        // Sealed before the new keys, written after the first pass.
        let late = try KeyRing.inMemory(seed: "test").sealer(town: 1, purpose: .people)
            .seal("Tardive", table: "people", column: "first_name", row: test.cast.lucie.id.bytes)
        try await test.house.write(test.town.town) { scope in
            _ = try scope.sql.run("/* test */ UPDATE people SET first_name = \(late) WHERE town_id = 1 AND id = \(test.cast.lucie.id)")
        }
        #expect(try await rotation.left(test.town.town) == 1)
        test.clock.move(KeyRotation.grace)
        await test.work()
        #expect(try await rotation.left(test.town.town) == nil)
        #expect(try await residents(test, "lucie@clairval.test") == ["Tardive"])
        #expect(Set(try test.house.keys.fingerprints(town: 1)).isDisjoint(with: old))
        #expect(try !test.house.keys.isRotating(town: test.elsewhere.town.id))
    }

    @Test(arguments: Engine.all) func theJournalStaysProvenAndTheOldKeyWritesNoMore(_ engine: Engine) async throws {
        let (test, _, _) = try await story(engine)
        let town = test.town.town
        _ = try await KeyRotation(test.house).begin(town)
        await test.work()
        test.clock.move(KeyRotation.grace)
        await test.work()
        let standing = { try await test.house.read(town) { try JournalProof($0).standing() } }
        guard case .whole(let last, 0) = try await standing() else {
            Issue.record("broken after the rotation")
            return
        }
        #expect(last > 3)
        // Whoever took the old keys away and can write to the database.
        let thief = KeyRing.inMemory(seed: "test")
        let entry = JournalEntry(at: test.clock.now, actor: nil, action: .decided, subjectKind: "people", subject: nil, purpose: "forged")
        try await test.house.database.write(.town(town.id)) { [house = test.house] sql in
            try Journal(TownTransaction(sql, town: town.id, keys: thief)).append(entry, id: house.world.id())
        }
        #expect(try await standing() == .broken(number: last + 1, at: test.clock.now, .altered))
    }

    @Test(arguments: Engine.all) func aBlockHoldsThroughoutARotation(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let (house, now) = (test.house, test.clock.now)
        let twin = Person(
            id: house.world.id(), firstName: "Karim", email: test.cast.karim.email, channel: .email, hasAccount: false, createdAt: now)
        try await house.write(test.town.town) { scope in
            try People(scope).insert(twin)
            _ = try Blocks(scope).insert(
                Block(id: house.world.id(), blocker: test.cast.lucie.id, blocked: test.cast.karim.id, createdAt: now))
        }
        let blocks = { (one: Person, other: Person) in try await house.read(test.town.town) { try Blocks($0).between(one.id, other.id) } }
        #expect(try await blocks(test.cast.lucie, twin))
        _ = try await KeyRotation(house).begin(test.town.town)
        #expect(try await blocks(test.cast.lucie, twin))
        // Written under the new keys, beside an older row with the same address.
        let third = Person(
            id: house.world.id(), firstName: "K.", email: test.cast.karim.email, channel: .email, hasAccount: false, createdAt: now)
        try await house.write(test.town.town) { try People($0).insert(third) }
        #expect(try await blocks(test.cast.lucie, third))
        let (martine, mona) = (test.cast.martine, test.cast.moderator)
        let other = Person(
            id: house.world.id(), firstName: "M.", email: mona.email, channel: .email, hasAccount: false, createdAt: now)
        try await house.write(test.town.town) { scope in
            try People(scope).insert(other)
            _ = try Blocks(scope).insert(Block(id: house.world.id(), blocker: martine.id, blocked: mona.id, createdAt: now))
        }
        #expect(try await blocks(martine, other), "a block made meanwhile")
    }
}
