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

    @Test func aFileOfNeitherKeyIsLeftAndNamed() throws {
        try KeyRing(folder: folder.path, key: .random()).create(town: 3)
        try KeyRing(folder: folder.path, key: old).create(town: 4)
        let ring = try KeyRing(folder: folder.path, key: new, previous: old)
        #expect(try ring.rewrap() == KeyRing.Purpose.allCases.count)
        try ring.open(town: 4)
        let refused = KeyRing.Purpose.allCases.map { folder.file("town-3-\($0.rawValue).key") }.sorted()
        #expect(ring.check() == refused.map { KeyRingError(file: $0, reason: .refused) })
    }

    /// A process that was started before the change goes on until it is started again.
    @Test func aProcessThatHasOnlyTheOldKeyGoesOnWithWhatItHolds() throws {
        let before = try KeyRing(folder: folder.path, key: old)
        try before.create(town: 1)
        let sealed = try before.sealer(town: 1, purpose: .people).seal("kept", table: "t", column: "c", row: row)
        let during = try KeyRing(folder: folder.path, key: new, previous: old)
        #expect(try during.rewrap() > 0)
        #expect(try before.sealer(town: 1, purpose: .people).open(sealed, table: "t", column: "c", row: row) == "kept")
        #expect(throws: KeyRingError.self) { try before.sealer(town: 1, purpose: .mail) }
        try during.beginRotation(town: 1)
        #expect(throws: KeyRingError(file: folder.file("town-1-people.key"), reason: .refused)) {
            try before.sealer(town: 1, purpose: .people)
        }
    }

    @Test func severalProcessesRewrapAtOnce() async throws {
        let first = try KeyRing(folder: folder.path, key: old)
        for town in 1...8 { try first.create(town: town) }
        let sealed = try first.sealer(town: 5, purpose: .mail).seal("kept", table: "t", column: "c", row: row)
        let rings = try (0..<4).map { _ in try KeyRing(folder: folder.path, key: new, previous: old) }
        let (count, opened) = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for ring in rings {
                group.addTask { [row] in
                    let count = try ring.rewrap()
                    return (count, try ring.sealer(town: 5, purpose: .mail).open(sealed, table: "t", column: "c", row: row))
                }
            }
            return try await group.reduce(into: (0, [String]())) { $0 = ($0.0 + $1.0, $0.1 + [$1.1]) }
        }
        #expect(count == 8 * KeyRing.Purpose.allCases.count, "each file by one of them")
        #expect(opened == Array(repeating: "kept", count: 4))
        #expect(try KeyRing(folder: folder.path, key: new).check(towns: Array(1...8)).isEmpty)
    }
}
