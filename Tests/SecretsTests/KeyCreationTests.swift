import Secrets
import Testing

@Suite struct KeyCreationTests {
    /// Each task is told to make the town and seals at once: had two of them made different keys, one could not open the other's.
    @Test func everyoneGetsTheSameKeyHoweverManyCreateAtOnce() async throws {
        let folder = try TemporaryFolder()
        let key = try InstanceKey.random()
        let rings = [try KeyRing(folder: folder.path, key: key), try KeyRing(folder: folder.path, key: key)]
        let sealed = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 0..<64 {
                group.addTask {
                    let ring = rings[number % 2]
                    try ring.create(town: 1)
                    return try ring.sealer(town: 1, purpose: .requests).seal("yes", table: "t", column: "c", row: [])
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(sealed.count == 64)
        for ring in rings + [try KeyRing(folder: folder.path, key: key)] {
            let sealer = try ring.sealer(town: 1, purpose: .requests)
            for bytes in sealed { #expect(try sealer.open(bytes, table: "t", column: "c", row: []) == "yes") }
        }
        #expect(rings[0].check(towns: [1]).isEmpty)
    }
}
