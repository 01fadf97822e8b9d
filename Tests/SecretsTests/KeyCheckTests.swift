import Secrets
import Testing

@Suite struct KeyCheckTests {
    @Test func listsEveryProblemByFile() throws {
        let folder = try TemporaryFolder()
        let key = try InstanceKey.random()
        let ring = try KeyRing(folder: folder.file("keys"), key: key)
        try ring.create(town: 4)
        try folder.setMode(0o750, "keys")
        try folder.setMode(0o644, "keys/town-4-mail.key")
        try folder.write([1, 2], "keys/town-4-people.key")
        try folder.write([], "keys/notes.txt")
        try folder.write([], "keys/town-04-mail.key")
        try folder.write([], "keys/.town-4-mail.key.00ff")

        let found = ring.check(towns: [4, 5]).filter { $0.reason != .missing }
        let missing = ring.check(towns: [4, 5]).filter { $0.reason == .missing }
        let path = folder.file("keys")
        #expect(
            found.map(\.description) == [
                "\(path): mode 750 lets others than its owner in",
                "\(path)/.town-4-mail.key.00ff: left by an interrupted write, may be deleted",
                "\(path)/notes.txt: not a key file",
                "\(path)/town-04-mail.key: not a key file",
                "\(path)/town-4-mail.key: mode 644 lets others than its owner in",
                "\(path)/town-4-people.key: does not open under the instance key (altered, renamed, or another key)",
            ])
        #expect(missing.map(\.file) == KeyRing.Purpose.allCases.map { "\(path)/town-5-\($0.rawValue).key" }.sorted())
    }

    @Test func aKeyOfNoTownIsNamed() throws {
        let folder = try TemporaryFolder()
        let ring = try KeyRing(folder: folder.path, key: .random())
        for town in [1, 2] { try ring.create(town: town) }
        #expect(ring.check().isEmpty, "nothing is said where the towns are not known")
        let orphans = ring.check(towns: [1])
        #expect(orphans.map(\.file) == KeyRing.Purpose.allCases.map { folder.file("town-2-\($0.rawValue).key") }.sorted())
        #expect(orphans.allSatisfy { $0.reason == .orphan })
    }

    @Test func aFolderThatCannotBeMadeIsNamed() {
        let error = #expect(throws: KeyRingError.self) { try KeyRing(folder: "/nowhere/keys", key: .random()) }
        #expect(error?.file == "/nowhere/keys")
    }
}
