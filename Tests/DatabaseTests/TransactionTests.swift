import Database
import TestSupport
import Testing

/// One suite, both engines: what the seam promises.
@Suite struct TransactionTests {
    @Test(arguments: Engine.all) func valuesComeBackAsTheyWent(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        let text = "Vélo \"é\" 'q' \u{1F6B2}\n$1"
        try await database.write(.unordered) { sql in
            try sql.run("INSERT INTO notes VALUES (\(1), \(text), \([0, 255, 39, 92] as [UInt8]), \(0.1))")
            try sql.run("INSERT INTO notes VALUES (\(2), \(""), \(nil as [UInt8]?), \(nil as Double?))")
        }
        let notes: [Note] = try await database.read { try $0.all("SELECT \(Note.self) FROM notes ORDER BY id") }
        #expect(notes == [Note(id: 1, body: text, data: [0, 255, 39, 92], weight: 0.1), Note(id: 2, body: "", data: nil, weight: nil)])
    }

    @Test(arguments: Engine.all) func errorsHaveTheSameNames(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        _ = try await database.write(.unordered) { try $0.run("INSERT INTO notes VALUES (1, 'a', NULL, NULL)") }
        func kind(_ sql: SQL) async -> DatabaseError.Kind? {
            do {
                _ = try await database.write(.unordered) { try $0.run(sql) }
                return nil
            } catch { return (error as? DatabaseError)?.kind }
        }
        #expect(await kind("INSERT INTO notes VALUES (1, 'b', NULL, NULL)") == .unique)
        #expect(await kind("INSERT INTO notes VALUES (2, NULL, NULL, NULL)") == .notNull)
        #expect(await kind("INSERT INTO notes VALUES (3, 'c', NULL, -1.0)") == .check)
        #expect(await kind("INSERT INTO remarks VALUES (1, 99)") == .foreignKey)
        #expect(try await database.count() == 1)
    }

    @Test(arguments: Engine.all) func aSwallowedErrorKeepsNothing(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        await #expect(throws: DatabaseError.self) {
            try await database.write(.town(1)) { sql in
                try sql.run("INSERT INTO notes VALUES (1, 'a', NULL, NULL)")
                _ = try? sql.run("INSERT INTO notes VALUES (1, 'again', NULL, NULL)")
            }
        }
        #expect(try await database.count() == 0)
    }

    @Test(arguments: Engine.all) func aFailureInAGroupLeavesItsNeighboursAlone(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for id in 1...200 {
                group.addTask {
                    do {
                        try await database.write(.town(id % 3)) { sql in
                            try sql.run("INSERT INTO notes VALUES (\(id), 'x', NULL, NULL)")
                            if id.isMultiple(of: 10) { throw Stop() }
                        }
                        return false
                    } catch { return true }
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 20)
        #expect(try await database.count() == 180)
    }

    /// Read, change, write without a lock in the SQL: right because the writes of one town are in order.
    @Test(arguments: Engine.all) func noUpdateIsLost(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        _ = try await database.write(.town(1)) { try $0.run("INSERT INTO notes VALUES (1, 'a', NULL, 0.0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await database.write(.town(1)) { sql in
                        let weight: Double = try sql.value("SELECT weight FROM notes WHERE id = 1") ?? -100
                        try sql.run("UPDATE notes SET weight = \(weight + 1) WHERE id = 1")
                    }
                }
            }
            try await group.waitForAll()
        }
        let weight: Double? = try await database.read { try $0.value("SELECT weight FROM notes WHERE id = 1") }
        #expect(weight == 40)
    }

    @Test(arguments: Engine.all) func aReadSeesOneMoment(_ engine: Engine) async throws {
        let database = try await engine.openNotes()
        let (before, after, writing) = try await database.read { sql in
            let before: Int? = try sql.value("SELECT count(*) FROM notes")
            let done = Signal()
            let writing = Task {
                _ = try await database.write(.unordered) { try $0.run("INSERT INTO notes VALUES (9, 'late', NULL, NULL)") }
                done.set()
            }
            done.wait()
            let after: Int? = try sql.value("SELECT count(*) FROM notes")
            return (before, after, writing)
        }
        #expect(before == 0)
        #expect(after == 0)
        try await writing.value
        #expect(try await database.count() == 1)
    }

    @Test func textOrdersByteByByteOnBoth() async throws {
        for engine in Engine.all {
            let database = try await engine.openNotes()
            try await database.write(.unordered) { sql in
                for (id, body) in ["a", "É", "Z", "é", "z"].enumerated() {
                    try sql.run("INSERT INTO notes VALUES (\(id), \(body), NULL, NULL)")
                }
            }
            let bodies: [String] = try await database.read { try $0.values("SELECT body FROM notes ORDER BY body") }
            #expect(bodies == ["Z", "a", "z", "É", "é"])
        }
    }
}

struct Stop: Error {}
