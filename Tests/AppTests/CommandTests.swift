import Database
import DatabaseSQLite
import Foundation
import NIOCore
import NIOPosix
import Testing

/// Exit statuses and the line that says what to do, from the binary itself.
@Suite(.serialized) struct CommandTests {
    @Test(arguments: [
        ["ENTRAIDE_NOPE": "1"], ["ENTRAIDE_DATABASE_URL": "mysql://h/n"], ["ENTRAIDE_DATABASE_URL": "postgres://u@127.0.0.1:1/n"],
        ["ENTRAIDE_DATABASE_URL": "sqlite:/proc/none/db"], ["ENTRAIDE_SMTP_URL": "http://h"], ["ENTRAIDE_SMTP_URL": ""],
        ["ENTRAIDE_PUBLIC_URL": "ftp://h"], ["ENTRAIDE_LISTEN": "8080"], ["ENTRAIDE_LISTEN": "host.invalid:8080"],
        ["ENTRAIDE_SECRET_KEY": "12"], ["ENTRAIDE_LOG_LEVEL": "loud"],
    ])
    func aStartThatCannotBeSaysOneLine(_ setting: [String: String]) throws {
        let outcome = try Binary().run("serve", with: setting)
        #expect(outcome.status == 1)
        #expect(outcome.lines.count == 1, "\(outcome.errors)")
        #expect(outcome.errors.hasPrefix("entraide: "))
        #expect(outcome.output.isEmpty)
        let names = setting.keys.joined() == "ENTRAIDE_SECRET_KEY" ? "64 hexadecimal" : setting.keys.joined()
        #expect(outcome.errors.contains(names), "\(outcome.errors)")
    }

    @Test func aPortInUseIsNamed() async throws {
        let taken = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "127.0.0.1", port: 0).get()
        let port = try #require(taken.localAddress?.port)
        let outcome = try Binary().run("serve", with: ["ENTRAIDE_LISTEN": "127.0.0.1:\(port)"])
        try await taken.close()
        #expect(outcome.status == 1)
        #expect(
            outcome.errors == "entraide: 127.0.0.1:\(port) is in use: stop what listens there, or set ENTRAIDE_LISTEN to another port\n")
    }

    @Test func aSchemaOfAnotherVersionIsRefused() async throws {
        let binary = try Binary()
        #expect(try binary.run("migrate").status == 0)
        try await change(binary, "INSERT INTO schema_migrations (name, checksum, applied_at) VALUES ('9999-later', 1, 1)")
        let newer = try binary.run("serve")
        #expect(newer.status == 1 && newer.lines.count == 1)
        #expect(newer.errors.contains("9999-later"))
        try await change(binary, "DELETE FROM schema_migrations WHERE name >= '2026-11-21-6'")
        let older = try binary.run("serve")
        #expect(older.status == 1 && older.lines.count == 1)
        #expect(older.errors.contains("entraide migrate"))
    }

    @Test func wrongUsageIsTwoAndHelpIsZero() throws {
        let binary = try Binary()
        #expect(try binary.run("nope").status == 2)
        #expect(try binary.run("town", "create").status == 2)
        let help = try binary.run("--help")
        #expect(help.status == 0 && help.output.contains("SUBCOMMANDS") && help.errors.isEmpty)
    }

    @Test func aTownIsOpenedOnceAndTheDoctorAgrees() async throws {
        let binary = try Binary()
        #expect(try binary.run("doctor").errors.contains("entraide migrate"))
        let opened = try binary.run("town", "create", "clairval", "--name", "Clairval", "--admin", "a@clairval.test")
        #expect(opened.status == 0)
        let again = try binary.run("town", "create", "clairval", "--name", "Clairval", "--admin", "a@clairval.test")
        #expect(again.status == 1 && again.lines.count == 1)
        #expect(try binary.run("doctor").status == 0)
        try await change(binary, "UPDATE roles SET revoked_at = 1")
        let ill = try binary.run("doctor", "--json")
        #expect(ill.status == 1)
        #expect(ill.output.contains("clairval: has no administrator"))
        #expect(ill.errors.isEmpty)
    }

    @Test func aFrozenMigrationThatWasEditedIsFound() async throws {
        let binary = try Binary()
        #expect(try binary.run("migrate").status == 0)
        try await change(binary, "UPDATE schema_migrations SET checksum = 1 WHERE name = '2026-11-21-2-towns'")
        let outcome = try binary.run("doctor")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("2026-11-21-2-towns"))
    }

    @Test func routesTouchNoInstallation() throws {
        let binary = try Binary()
        let outcome = try binary.run("routes", "--json", with: ["ENTRAIDE_DATABASE_URL": "postgres://u@127.0.0.1:1/n"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("\"/t/{slug}/suivi/{token}\""))
        #expect(outcome.output.contains("\"/api/v1/openapi.json\""))
    }

    private func change(_ binary: Binary, _ sql: SQL) async throws {
        let database = try SQLiteDatabase(path: binary.database)
        _ = try await database.write(.unordered) { try $0.run(sql) }
        await database.close()
    }
}
