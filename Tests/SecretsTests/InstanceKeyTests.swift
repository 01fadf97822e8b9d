import Secrets
import Testing

@Suite struct InstanceKeyTests {
    static let setting = "ENTRAIDE_SECRET_KEY"
    static let digits = String(repeating: "0123456789abcDEF", count: 4)

    @Test func readsDigitsAndFilesAlike() throws {
        let folder = try TemporaryFolder()
        try folder.write(Array("\(Self.digits)\n".utf8), "key")
        let typed = try InstanceKey(hex: Self.digits, setting: Self.setting)
        let filed = try InstanceKey(file: folder.file("key"), setting: Self.setting)
        #expect(typed.macKey(use: "a").code(for: [1]) == filed.macKey(use: "a").code(for: [1]))
        #expect(typed.macKey(use: "a").code(for: [1]) != typed.macKey(use: "b").code(for: [1]))
    }

    @Test func errorsNameTheSettingAndHideTheKey() {
        let short = #expect(throws: InstanceKeyError.self) { try InstanceKey(hex: "abc", setting: Self.setting) }
        #expect(short?.description == "ENTRAIDE_SECRET_KEY: 64 hexadecimal digits expected, 3 characters found")
        let wrong = #expect(throws: InstanceKeyError.self) {
            try InstanceKey(hex: Self.digits.dropLast() + "g", setting: Self.setting)
        }
        #expect(wrong?.description == "ENTRAIDE_SECRET_KEY: 64 hexadecimal digits expected, another character found")
        let absent = #expect(throws: InstanceKeyError.self) { try InstanceKey(file: "/nowhere/key", setting: "ENTRAIDE_SECRET_KEY_FILE") }
        #expect(absent?.description == "ENTRAIDE_SECRET_KEY_FILE: /nowhere/key cannot be read")
    }

    @Test func aKeyInALogLineShowsNothing() throws {
        #expect("\(try InstanceKey(hex: Self.digits, setting: Self.setting))" == "InstanceKey(hidden)")
    }
}

extension InstanceKey {
    static func random() throws -> InstanceKey {
        try InstanceKey(hex: [UInt8].random(32).hex, setting: "test")
    }
}
