import Secrets
import Testing

/// A town's data keys, renewed while two processes use them.
@Suite struct KeyGenerationTests {
    let folder: TemporaryFolder
    let here: KeyRing
    let there: KeyRing
    let key: InstanceKey
    let row: [UInt8] = [1, 2, 3]

    init() throws {
        folder = try TemporaryFolder()
        key = try .random()
        here = try KeyRing(folder: folder.path, key: key)
        there = try KeyRing(folder: folder.path, key: key)
        try here.create(town: 7)
    }

    private func people(_ ring: KeyRing) throws -> Sealer { try ring.sealer(town: 7, purpose: .people) }
    private func seal(_ text: String, _ ring: KeyRing) throws -> [UInt8] {
        try people(ring).seal(text, table: "people", column: "email", row: row)
    }
    private func open(_ bytes: [UInt8], _ ring: KeyRing) throws -> String {
        try people(ring).open(bytes, table: "people", column: "email", row: row)
    }

    @Test func bothGenerationsOpenEverywhereUntilTheOlderOneIsLetGo() throws {
        let old = try seal("before", there)
        try here.beginRotation(town: 7)
        #expect(try there.isRotating(town: 7))
        let new = try seal("after", there)
        #expect(new.prefix(5) == [2, 0, 0, 0, 2])
        #expect(try people(here).isCurrent(new) && !people(here).isCurrent(old))
        for ring in [here, there] { #expect(try open(old, ring) == "before" && open(new, ring) == "after") }
        try there.endRotation(town: 7)
        for ring in [here, there, try KeyRing(folder: folder.path, key: key)] {
            #expect(try open(new, ring) == "after")
            let error = #expect(throws: SealError.self) { try open(old, ring) }
            #expect(error?.reason == .refused)
        }
        #expect(try !here.isRotating(town: 7))
        #expect(here.check(towns: [7]).isEmpty)
    }

    @Test func beginningTwiceIsOneRotationAndAThirdGenerationFollows() throws {
        try here.beginRotation(town: 7)
        let first = try here.fingerprints(town: 7)
        try there.beginRotation(town: 7)
        #expect(try there.fingerprints(town: 7) == first)
        try here.endRotation(town: 7)
        try here.beginRotation(town: 7)
        try here.endRotation(town: 7)
        #expect(try seal("third", here).prefix(5) == [2, 0, 0, 0, 3])
        #expect(try there.fingerprints(town: 7).count == KeyRing.Purpose.allCases.count)
        #expect(Set(try there.fingerprints(town: 7)).isDisjoint(with: first))
    }

    @Test func searchesKnowBothIndexesAndLoseTheOlder() throws {
        let before = try people(here).blindIndex("a@b.c", field: "email")
        try here.beginRotation(town: 7)
        let during = try people(there)
        #expect(during.blindIndexes("a@b.c", field: "email") == [during.blindIndex("a@b.c", field: "email"), before])
        #expect(during.blindIndex("a@b.c", field: "email") != before)
        try here.endRotation(town: 7)
        #expect(try people(there).blindIndexes("a@b.c", field: "email").count == 1)
    }

    @Test func linksAndPrintedCodesOutliveTheirKey() throws {
        let printed = try people(here).codeHash("TK49-2HXA", field: "invitation")
        let link = try people(here).chainCode([[1]], after: [])
        try here.beginRotation(town: 7)
        let next = try people(here).chainCode([[2]], after: link)
        try here.endRotation(town: 7)
        let after = try people(try KeyRing(folder: folder.path, key: key))
        #expect(after.codeHashes("TK49-2HXA", field: "invitation").contains(printed))
        #expect(after.chainCode([[1]], after: [], like: link) == link)
        #expect(after.chainCode([[2]], after: link, like: next) == next)
        #expect(after.chainCode([[3]], after: link, like: next) != next)
        #expect(after.mayEnd(with: next) && !after.mayEnd(with: link))
        #expect(Sealer.mayFollow(next, after: link) && !Sealer.mayFollow(link, after: next))
    }

    /// Written by node's crypto, from the description of the format: what was made before there were generations opens.
    @Test func theFormatOfBeforeOpens() throws {
        let ring = try KeyRing(folder: folder.path, key: InstanceKey(hex: String(repeating: "11", count: 32), setting: "test"))
        let file =
            "01333333333333333333333333a6a17064e8b0570e909ac94f8509c10a24ea2d16a8fba78eda682ba781aca80805e1c4cf935187559fdc461879395416"
        let sealed = "01333333333333333333333333642ef6c4a11ad43fc0c23b8e6f4f833f43f0c2da31fce0d1dd36f7eefa6fbb2053af"
        try folder.write(try #require([UInt8](hex: file)), "town-7-people.key")
        #expect(try open(try #require([UInt8](hex: sealed)), ring) == "zoé@clairval.test")
    }
}
