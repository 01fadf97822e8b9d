import Database
import Domain
import Foundation
import Persistence
import Synchronization
import TestSupport
import Testing

@testable import UseCases

/// An address file in memory: streets of a small town, east of 5°.
enum AddressFile {
    static let header = "cle_interop;commune_insee;toponyme;numero;suffixe;commune_nom;position;long;lat\n"

    static func line(_ street: String, _ number: Int, _ longitude: Double = 5.001, insee: String = "13063") -> String {
        "\(insee)_0001_\(number);\(insee);\(street);\(number);;Clairval;entrée;\(longitude);43.581\n"
    }

    static func town(streets: Int, houses: Int) -> String {
        header
            + (0..<streets).flatMap { street in
                (1...houses).map { line("Rue n° \(street)", $0, 5 + Double(street) / 1_000 + Double($0) / 100_000) }
            }.joined()
    }

    static func open(_ text: String, failsAfter limit: Int = .max) throws -> AddressImport.File {
        let bytes = Array(text.utf8)
        var isRead = false
        let digest = AddressImport.digest {
            defer { isRead = true }
            return isRead ? [] : bytes
        }
        return AddressImport.File(size: bytes.count, digest: digest) { offset, count in
            guard offset < limit else { throw CocoaError(.fileReadUnknown) }
            return Array(bytes[offset..<min(bytes.count, offset + count)])
        }
    }
}

@Suite struct AddressImportTests {
    private func importing(_ test: TestHouse, piece: Int = 4_000) -> AddressImport {
        var work = AddressImport(test.house)
        work.piece = piece
        return work
    }

    private func streets(_ test: TestHouse) async throws -> [AddressStreet] {
        try await test.house.read(test.town.town) { scope in
            guard let current = try AddressImports(scope).current() else { return [] }
            var streets: [AddressStreet] = []
            try AddressStreets(scope, generation: current.number).forEach { streets.append($0) }
            return streets
        }
    }

    @Test(arguments: Engine.all) func aBaseComesInWholeAndTwiceChangesNothing(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let file = try AddressFile.open(AddressFile.town(streets: 12, houses: 30))
        let first = try await importing(test).run(file, into: test.town.town)
        #expect(first.accepted == 360 && first.refused == 0 && first.cells > 0)
        let stored = try await streets(test)
        #expect(stored.count == 12)
        #expect(stored.allSatisfy { $0.houses.map(\.number) == Array(1...30) })
        let again = try await importing(test).run(file, into: test.town.town)
        #expect(again.wasKnown && again.accepted == 360)
        #expect(try await streets(test) == stored)
    }

    @Test(arguments: Engine.all) func cutShortItGoesOnAndTheOldBaseServesMeanwhile(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        _ = try await importing(test).run(try AddressFile.open(AddressFile.town(streets: 1, houses: 3)), into: test.town.town)
        let text = AddressFile.town(streets: 20, houses: 20)
        await #expect(throws: CocoaError.self) {
            try await importing(test).run(try AddressFile.open(text, failsAfter: 9_000), into: test.town.town)
        }
        #expect(try await streets(test).count == 1)
        let report = try await importing(test).run(try AddressFile.open(text), into: test.town.town)
        #expect(report.accepted == 400)
        #expect((report.resumedAt ?? 0) > 100)
        let stored = try await streets(test)
        #expect(stored.count == 20 && stored.allSatisfy { $0.houses.count == 20 })
    }

    @Test func refusedLinesAreNamedAndTheOthersAreIn() async throws {
        let test = try await TestHouse()
        let text =
            AddressFile.header + AddressFile.line("Rue Haute", 1) + AddressFile.line("", 2) + AddressFile.line("Rue Haute", 3)
            + AddressFile.line("Rue Haute", 4, insee: "X")
        let refused = Mutex<[Int: AddressFault]>([:])
        let watcher = AddressImport.Watcher(refused: { line, fault in refused.withLock { $0[line] = fault } })
        let report = try await importing(test, piece: 90).run(try AddressFile.open(text), into: test.town.town, watcher)
        #expect(report.accepted == 2 && report.refused == 2)
        #expect(refused.withLock { $0 } == [3: .noStreet, 5: .wrongCommune])
    }

    @Test func aStreetInTwoPlacesOfTheFileIsOneStreet() async throws {
        let test = try await TestHouse()
        let filler = (1...200).map { AddressFile.line("Rue Longue", $0) }.joined()
        let text = AddressFile.header + AddressFile.line("Rue Haute", 1) + filler + AddressFile.line("Rue Haute", 3)
        _ = try await importing(test, piece: 2_000).run(try AddressFile.open(text), into: test.town.town)
        let high = try await streets(test).first { $0.key.name == "Rue Haute" }
        #expect(high?.houses.map(\.number) == [1, 3])
    }

    @Test(arguments: ["", "a;b;c\n1;2;3\n", AddressFile.header, AddressFile.header + "x;y\n", "\u{1F}\u{8B}"])
    func whatIsNoAddressFileChangesNothing(_ text: String) async throws {
        let test = try await TestHouse()
        _ = try await importing(test).run(try AddressFile.open(AddressFile.town(streets: 1, houses: 3)), into: test.town.town)
        await #expect(throws: Refusal.self) { try await importing(test).run(try AddressFile.open(text), into: test.town.town) }
        #expect(try await streets(test).count == 1)
    }

    @Test func aQuotationMarkThatIsNeverClosedIsSaid() async throws {
        let test = try await TestHouse()
        let text = AddressFile.header + "\"" + AddressFile.town(streets: 3, houses: 50)
        await #expect(throws: Refusal(.invalid, "refusal.address.endless", ["line": "2"])) {
            try await importing(test, piece: 2_000).run(try AddressFile.open(text), into: test.town.town)
        }
    }
}
