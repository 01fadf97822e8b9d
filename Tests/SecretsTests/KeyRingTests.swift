import Secrets
import Testing

@Suite struct KeyRingTests {
    let folder: TemporaryFolder
    let key: InstanceKey
    let row: [UInt8] = [1, 2, 3]

    init() throws {
        folder = try TemporaryFolder()
        key = try .random()
    }

    @Test func anotherProcessOpensWhatThisOneSealed() throws {
        let ring = try KeyRing(folder: folder.file("keys"), key: key)
        try ring.create(town: 7)
        let sealed = try ring.sealer(town: 7, purpose: .people).seal("secret", table: "t", column: "c", row: row)
        let other = try KeyRing(folder: folder.file("keys"), key: key)
        try other.open(town: 7)
        #expect(try other.sealer(town: 7, purpose: .people).open(sealed, table: "t", column: "c", row: row) == "secret")
        #expect(ring.check(towns: [7]).isEmpty)
    }

    @Test func filesAreForTheOwnerOnly() throws {
        try KeyRing(folder: folder.file("keys"), key: key).create(town: 0)
        #expect(try folder.mode("keys") == 0o700)
        let names = KeyRing.Purpose.allCases.map { "town-0-\($0.rawValue).key" }
        for name in names { #expect(try folder.mode("keys/\(name)") == 0o600) }
        #expect(try folder.names() == ["keys"])
    }

    @Test func creatingAgainKeepsTheKeys() throws {
        let ring = try KeyRing(folder: folder.path, key: key)
        try ring.create(town: 1)
        let before = try folder.bytes("town-1-mail.key")
        try ring.create(town: 1)
        #expect(try folder.bytes("town-1-mail.key") == before)
    }

    @Test func aMissingFileIsNamed() throws {
        let ring = try KeyRing(folder: folder.path, key: key)
        let error = #expect(throws: KeyRingError.self) { try ring.sealer(town: 9, purpose: .register) }
        #expect(error == KeyRingError(file: folder.file("town-9-register.key"), reason: .missing))
        #expect(throws: KeyRingError.self) { try ring.open(town: 9) }
        #expect(try folder.names().isEmpty)
    }

    @Test func anAlteredOrRenamedFileIsRefused() throws {
        try KeyRing(folder: folder.path, key: key).create(town: 1)
        let good = try folder.bytes("town-1-people.key")
        let refused = KeyRingError(file: folder.file("town-1-people.key"), reason: .refused)
        for index in good.indices {
            var bad = good
            bad[index] ^= 4
            try folder.write(bad, "town-1-people.key")
            #expect(throws: refused) { try KeyRing(folder: folder.path, key: key).sealer(town: 1, purpose: .people) }
        }
        try folder.write(try folder.bytes("town-1-mail.key"), "town-1-people.key")
        #expect(throws: refused) { try KeyRing(folder: folder.path, key: key).sealer(town: 1, purpose: .people) }
        try folder.write(good, "town-1-people.key")
        #expect(throws: refused) { try KeyRing(folder: folder.path, key: .random()).sealer(town: 1, purpose: .people) }
    }

    @Test func erasingReachesTheOtherProcesses() throws {
        let ring = try KeyRing(folder: folder.path, key: key)
        let other = try KeyRing(folder: folder.path, key: key)
        try ring.create(town: 1)
        try ring.create(town: 11)
        try other.open(town: 1)
        try folder.write([0], ".town-1-people.key.0123456789abcdef")
        try ring.erase(town: 1)
        for ring in [ring, other] {
            #expect(throws: KeyRingError.self) { try ring.sealer(town: 1, purpose: .people) }
            try ring.open(town: 11)
        }
        #expect(try folder.names() == KeyRing.Purpose.allCases.map { "town-11-\($0.rawValue).key" }.sorted())
        try ring.erase(town: 1)
    }

    @Test func inMemoryKeysAreErasedToo() throws {
        let ring = KeyRing.inMemory(seed: "x")
        try ring.create(town: 1)
        try ring.open(town: 1)
        try ring.erase(town: 1)
        #expect(throws: KeyRingError(file: "town-1-mail.key", reason: .missing)) { try ring.sealer(town: 1, purpose: .mail) }
        try ring.open(town: 2)
        #expect(ring.check(towns: [1, 2]).count == KeyRing.Purpose.allCases.count)
    }
}
