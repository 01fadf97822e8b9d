import Database
import TestSupport
import Testing

@Suite struct MigratorTests {
    private static let one = Migration("1", "CREATE TABLE one (a INTEGER NOT NULL) STRICT;")
    private static let two = Migration("2", "ALTER TABLE one ADD COLUMN b TEXT;")

    @Test(arguments: Engine.all) func goesForwardOnce(_ engine: Engine) async throws {
        let database = try await engine.open()
        #expect(try await Migrator([Self.one]).standing(of: database) == .empty)
        #expect(try await Migrator([Self.one]).migrate(database, now: 1) == ["1"])
        #expect(try await Migrator([Self.one, Self.two]).standing(of: database) == .older(missing: ["2"]))
        #expect(try await Migrator([Self.one, Self.two]).migrate(database, now: 2) == ["2"])
        #expect(try await Migrator([Self.one, Self.two]).migrate(database, now: 3) == [])
        #expect(try await Migrator([Self.one]).standing(of: database) == .newer(unknown: ["2"]))
    }

    @Test(arguments: Engine.all) func aBrokenStepLeavesNothing(_ engine: Engine) async throws {
        let database = try await engine.open()
        let broken = Migration("2", "CREATE TABLE two (a INTEGER) STRICT; CREATE TABEL three;")
        await #expect(throws: DatabaseError.self) { try await Migrator([Self.one, broken]).migrate(database, now: 1) }
        #expect(try await Migrator([Self.one]).standing(of: database) == .empty)
    }

    @Test(arguments: Engine.all) func twoAtOnceMigrateOnce(_ engine: Engine) async throws {
        let database = try await engine.open()
        let migrator = Migrator([Self.one, Self.two])
        async let left = migrator.migrate(database, now: 1)
        async let right = migrator.migrate(database, now: 1)
        #expect(try await [left, right].map(\.count).sorted() == [0, 2])
    }
}
