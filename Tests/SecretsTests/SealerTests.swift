import Secrets
import Testing

@Suite struct SealerTests {
    let ring = KeyRing.inMemory(seed: "sealer")
    let row: [UInt8] = .random(16)
    let text = "Mme Nguyễn, 3ᵉ étage, code 12B4 🔑"

    @Test func opensWhatItSealed() throws {
        let sealer = try ring.sealer(town: 1, purpose: .people)
        let sealed = try sealer.seal(text, table: "residents", column: "address", row: row)
        #expect(sealed.count == text.utf8.count + 29)
        #expect(try sealer.open(sealed, table: "residents", column: "address", row: row) == text)
        let empty = try sealer.seal("", table: "residents", column: "address", row: row)
        #expect(try sealer.open(empty, table: "residents", column: "address", row: row).isEmpty)
    }

    @Test func theSameTextIsSealedDifferentlyEachTime() throws {
        let sealer = try ring.sealer(town: 1, purpose: .people)
        let one = try sealer.seal(text, table: "t", column: "c", row: row)
        #expect(try sealer.seal(text, table: "t", column: "c", row: row) != one)
    }

    @Test func opensNowhereElse() throws {
        let sealer = try ring.sealer(town: 1, purpose: .people)
        let sealed = try sealer.seal(text, table: "residents", column: "address", row: row)
        let refused = { (attempt: () throws -> String) in
            let error = #expect(throws: SealError.self) { try attempt() }
            #expect(error?.reason == .refused)
        }
        refused { try sealer.open(sealed, table: "residents", column: "address", row: .random(16)) }
        refused { try sealer.open(sealed, table: "residents", column: "phone", row: row) }
        refused { try sealer.open(sealed, table: "requests", column: "address", row: row) }
        refused { try sealer.open(sealed, table: "residentsa", column: "ddress", row: row) }
        refused { try ring.sealer(town: 2, purpose: .people).open(sealed, table: "residents", column: "address", row: row) }
        refused { try ring.sealer(town: 1, purpose: .register).open(sealed, table: "residents", column: "address", row: row) }
    }

    @Test func tamperingIsRefusedAtEveryByte() throws {
        let sealer = try ring.sealer(town: 1, purpose: .messages)
        let sealed = try sealer.seal(text, table: "t", column: "c", row: row)
        for index in sealed.indices {
            for bit in [UInt8(1), 0x80] {
                var altered = sealed
                altered[index] ^= bit
                #expect(throws: SealError.self) { try sealer.open(altered, table: "t", column: "c", row: row) }
            }
            #expect(throws: SealError.self) { try sealer.open(Array(sealed.prefix(index)), table: "t", column: "c", row: row) }
        }
        #expect(throws: SealError.self) { try sealer.open(sealed + [0], table: "t", column: "c", row: row) }
    }

    @Test func errorsNameTheColumnAndNothingElse() throws {
        let sealer = try ring.sealer(town: 1, purpose: .messages)
        let plain = Array(text.utf8)
        let error = #expect(throws: SealError.self) { try sealer.open(plain, table: "messages", column: "body", row: row) }
        #expect(error?.description == "messages.body: sealed in an unknown format")
        let short = #expect(throws: SealError.self) { try sealer.open([1], table: "messages", column: "body", row: row) }
        #expect(short?.reason == .truncated)
    }

    @Test func blindIndexIsStableAndSeparate() throws {
        let people = try ring.sealer(town: 1, purpose: .people)
        let again = try KeyRing.inMemory(seed: "sealer").sealer(town: 1, purpose: .people)
        let index = people.blindIndex("+33612345678", field: "phone")
        #expect(index.count == 16)
        #expect(again.blindIndex("+33612345678", field: "phone") == index)
        #expect(people.blindIndex("+33612345679", field: "phone") != index)
        #expect(people.blindIndex("+33612345678", field: "mobile") != index)
        #expect(try ring.sealer(town: 2, purpose: .people).blindIndex("+33612345678", field: "phone") != index)
        #expect(try ring.sealer(town: 1, purpose: .register).blindIndex("+33612345678", field: "phone") != index)
    }
}
