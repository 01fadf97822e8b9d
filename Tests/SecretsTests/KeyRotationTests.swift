import Secrets
import Testing

@Suite struct KeyRotationTests {
    let folder: TemporaryFolder
    let old: InstanceKey
    let new: InstanceKey
    let row: [UInt8] = [9]

    init() throws {
        folder = try TemporaryFolder()
        old = try .random()
        new = try .random()
    }

    @Test func thePreviousKeyStillOpensUntilAllIsRewrapped() throws {
        let before = try KeyRing(folder: folder.path, key: old)
        try before.create(town: 1)
        let sealed = try before.sealer(town: 1, purpose: .people).seal("kept", table: "t", column: "c", row: row)

        let during = try KeyRing(folder: folder.path, key: new, previous: old)
        #expect(try during.sealer(town: 1, purpose: .people).open(sealed, table: "t", column: "c", row: row) == "kept")
        #expect(during.check().map(\.reason) == Array(repeating: .previousKey, count: KeyRing.Purpose.allCases.count))
        try during.create(town: 2)
        #expect(try during.rewrap() == KeyRing.Purpose.allCases.count)
        #expect(try during.rewrap() == 0)
        #expect(during.check(towns: [1, 2]).isEmpty)

        let after = try KeyRing(folder: folder.path, key: new)
        #expect(try after.sealer(town: 1, purpose: .people).open(sealed, table: "t", column: "c", row: row) == "kept")
        #expect(throws: KeyRingError.self) { try KeyRing(folder: folder.path, key: old).open(town: 1) }
        #expect(try folder.mode("town-1-people.key") == 0o600)
    }

    @Test func aFileOfNeitherKeyStopsTheRotationAndIsNamed() throws {
        try KeyRing(folder: folder.path, key: .random()).create(town: 3)
        let ring = try KeyRing(folder: folder.path, key: new, previous: old)
        #expect(throws: KeyRingError(file: folder.file("town-3-mail.key"), reason: .refused)) { try ring.rewrap() }
    }
}
