import Foundation
import TestSupport
import Testing

/// What the operator does with keys and with whole towns, by the binary itself.
@Suite(.serialized) struct KeyCommandTests {
    private let binary: Binary
    private let old = String(repeating: "a1", count: 32)
    private let new = String(repeating: "b2", count: 32)

    init() throws {
        binary = try Binary()
        for slug in ["clairval", "ailleurs"] {
            let opened = try binary.run(
                "town", "create", slug, "--name", slug.capitalized, "--admin", "chef@\(slug).test", with: ["ENTRAIDE_SECRET_KEY": old])
            #expect(opened.status == 0, "\(opened.errors)")
        }
    }

    private var keys: String { binary.folder.path + "/keys" }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func theInstanceKeyIsChangedByAStart() throws {
        #expect(try binary.run("doctor", with: ["ENTRAIDE_SECRET_KEY": new]).output.contains("does not open under the instance key"))
        let both = ["ENTRAIDE_SECRET_KEY": new, "ENTRAIDE_SECRET_KEY_PREVIOUS": old]
        let before = try binary.run("doctor", with: both)
        #expect(before.status == 1 && before.output.contains("town-1-people.key: still wrapped by the previous instance key"))
        #expect(try binary.run("town", "list", with: both).status == 0)
        let after = try binary.run("doctor", with: both)
        #expect(after.status == 0 && after.output.contains("take ENTRAIDE_SECRET_KEY_PREVIOUS away"), "\(after.output)")
        #expect(try binary.run("doctor", with: ["ENTRAIDE_SECRET_KEY": new]).status == 0)
        #expect(!(after.output + before.output).contains(old) && !(after.output + before.output).contains(new))
    }

    @Test func theDoctorNamesEachFault() throws {
        let setting = ["ENTRAIDE_SECRET_KEY": old]
        try FileManager.default.removeItem(atPath: keys + "/town-1-mail.key")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: keys + "/town-1-people.key")
        try FileManager.default.copyItem(atPath: keys + "/town-1-people.key", toPath: keys + "/town-9-people.key")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: keys + "/town-9-people.key")
        let output = try binary.run("doctor", with: setting).output
        #expect(output.contains("town-1-mail.key: missing key file"))
        #expect(output.contains("town-1-people.key: mode 644 lets others than its owner in"))
        #expect(output.contains("town-9-people.key: the key of a town that is not in this database"))
    }

    @Test func aTownIsExportedAndErased() throws {
        let setting = ["ENTRAIDE_SECRET_KEY": old]
        let folder = binary.folder.path + "/sortie"
        let exported = try binary.run("town", "export", "clairval", folder, with: setting)
        #expect(exported.status == 0 && exported.errors.contains("in clear"), "\(exported.errors)")
        #expect(try mode(folder) == 0o700 && mode(folder + "/people.jsonl") == 0o600)
        #expect(try String(contentsOfFile: folder + "/people.jsonl", encoding: .utf8).contains("chef@clairval.test"))
        #expect(try binary.run("town", "export", "clairval", folder, with: setting).status == 1, "never over what is there")
        let file = folder + ".jsonl"
        #expect(try binary.run("town", "export", "clairval", file, with: setting).status == 0)
        #expect(try mode(file) == 0o600)
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("{\"table\":\"people\",\"row\":{"))

        let refused = try binary.run("town", "erase", "clairval", "--yes", "ailleurs", with: setting)
        #expect(refused.status == 1 && refused.errors.contains("nothing was erased"))
        #expect(try binary.run("town", "erase", "nulle", "--yes", "nulle", with: setting).status == 1)
        let certificate = binary.folder.path + "/certificat.json"
        let erased = try binary.run("town", "erase", "clairval", "--yes", "clairval", "--certificate", certificate, with: setting)
        #expect(erased.status == 0, "\(erased.errors)")
        #expect(erased.output.contains("\"people\" : 1") && erased.output.contains("people 1 "))
        #expect(try String(contentsOfFile: certificate, encoding: .utf8) == erased.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: keys).contains { $0.hasPrefix("town-1-") } == false)
        let doctor = try binary.run("doctor", with: setting)
        #expect(doctor.status == 0, "\(doctor.output)")
        #expect(try binary.run("town", "list", with: setting).output.contains("clairval") == false)
    }

    @Test func renewedKeysAreSaidUntilTheyAreDone() throws {
        let setting = ["ENTRAIDE_SECRET_KEY": old]
        let renewed = try binary.run("town", "rotate-keys", "clairval", with: setting)
        #expect(renewed.status == 0 && renewed.output.hasPrefix("Clairval: sealed by new keys from now on. 1 rows"), "\(renewed)")
        let doctor = try binary.run("doctor", with: setting)
        #expect(doctor.status == 0 && doctor.output.contains("clairval: its keys are being renewed, 1 rows to go"))
        #expect(!doctor.output.contains("ailleurs: its keys"))
    }
}
