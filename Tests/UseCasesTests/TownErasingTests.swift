import Database
import Domain
import Foundation
import JobQueue
@testable import Persistence
import Secrets
import Synchronization
import TestSupport
import Testing
@testable import UseCases

@Suite struct TownErasingTests {
    private func counts(_ test: TestHouse, town: Int) async throws -> [String: Int] {
        try await test.house.database.read { sql in
            var counts: [String: Int] = [:]
            for table in try TownTable.all(sql) {
                let name = SQL(stringLiteral: table.name)
                counts[table.name] = try sql.value("/* test */ SELECT count(*) FROM \(name) WHERE town_id = \(town)")
            }
            return counts.filter { $0.value > 0 }
        }
    }

    @Test(arguments: Engine.all) func aTownGoesWhollyAndTheOtherStays(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await FullTown(test).fill()
        let (before, other) = (try await counts(test, town: 1), try await counts(test, town: 2))
        let keys = try test.house.keys.fingerprints(town: 1)
        var erasing = TownErasing(test.house)
        erasing.batch = 3
        let certificate = try await erasing.erase(test.town.town)
        #expect(certificate.rows == before)
        #expect(certificate.slug == "clairval" && certificate.destroyedKeys == keys && certificate.lastJournalEntry > 0)
        #expect(certificate.erasedAt == "2026-11-21T09:00:00Z")
        #expect(try await counts(test, town: 1).isEmpty)
        #expect(try await counts(test, town: 2) == other)
        #expect(test.house.towns.town(slug: "clairval") == nil)
        let olga = try await test.house.read(test.elsewhere.town) { try People($0).find(test.cast.olga.id)?.firstName }
        #expect(olga == "Olga")
        #expect(throws: KeyRingError.self) { try test.house.keys.sealer(town: 1, purpose: .people) }
        let next = try await TownKeeping(test.house).open(TownOpening(slug: "clairval", name: "Clairval", administrator: "a@clairval.test"))
        #expect(next.id == 3, "no number is used twice")
    }

    @Test(arguments: Engine.all) func theHighestNumberIsNotUsedAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await TownErasing(test.house).erase(test.elsewhere.town)
        let next = try await TownKeeping(test.house).open(TownOpening(slug: "neuve", name: "Neuve", administrator: "a@neuve.test"))
        #expect(next.id == 3)
    }

    @Test func aMetropoleWaitsForItsTowns() async throws {
        let test = try await TestHouse()
        _ = try await TownKeeping(test.house).open(
            TownOpening(slug: "bourg", name: "Bourg", parent: "clairval", administrator: "a@bourg.test"))
        await #expect(throws: Refusal(.conflict, "refusal.townHasCommunes")) {
            _ = try await TownErasing(test.house).erase(test.town.town)
        }
        try test.house.keys.open(town: 1)
    }

    /// The database of before the erasure is put back; the keys' folder is not.
    @Test(arguments: Engine.all) func aRestoredCopyOpensNothingAndIsErasedAgain(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await FullTown(test).fill()
        let (town, house) = (test.town.town, test.house)
        // What the erasure does outside the database.
        try house.keys.note("\(town.id) \(town.createdAt.milliseconds) 1 \(town.slug)", in: TownErasing.ledger)
        try house.keys.erase(town: town.id)
        await #expect(throws: KeyRingError.self) { try await house.read(town) { try People($0).find(test.cast.karim.id) } }
        #expect(try await counts(test, town: 1).count > 10)
        #expect(try await TownErasing(house).replay() == 1)
        #expect(try await counts(test, town: 1).isEmpty && house.towns.town(slug: "clairval") == nil)
        #expect(try await TownErasing(house).replay() == 0)
        #expect(house.towns.town(slug: "ailleurs") != nil)
    }

    @Test(arguments: Engine.all) func anExportIsWholeInClearAndOfOneTown(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await FullTown(test).fill()
        let before = try await counts(test, town: 1)
        let sheets = Sheets()
        try await TownExport(test.house).write(test.town.town) { sheets.add($0, $1) }
        let tables = sheets.tables
        for (table, count) in before where !["jobs", "journal"].contains(table) { #expect(tables[table]?.count == count, "\(table)") }
        #expect(tables["towns"]?.count == 1 && tables["jobs"] == nil)
        let text = tables.values.joined().joined(separator: "\n")
        for secret in FullTown.secrets { #expect(text.contains(secret), "\(secret) stands in clear") }
        #expect(!text.contains("Olga"))
        let person = try #require(tables["people"]?.first { $0.contains("Zéphyrine") })
        let fields = try #require(try JSONSerialization.jsonObject(with: Data(person.utf8)) as? [String: Any])
        #expect(fields["email"] as? String == "zephyrine@marqueur.test" && (fields["id"] as? String)?.count == 36)
        #expect(fields["email_index"] == nil && fields["birth_year"] is NSNull)
        #expect(tables["sessions"]?.allSatisfy { !$0.contains("token_hash") } == true)
        let noted = try await test.house.read(test.town.town) { try JournalListing($0).page(JournalFilter(), before: nil, limit: 1) }
        #expect(noted.first?.entry.purpose == "town export")
    }
}

/// The lines of an export, by table.
private final class Sheets: Sendable {
    private let state = Mutex<[String: [String]]>([:])

    func add(_ table: String, _ line: String) { state.withLock { $0[table, default: []].append(line) } }
    var tables: [String: [String]] { state.withLock { $0 } }
}
