import Domain
import Persistence
import Secrets

extension Erasing {
    /// At each start: whoever asked to be erased and is back, from a restored copy of the database, is erased again.
    /// Lines that only the table has are written to the file.
    /// - Returns: how many people were erased again.
    public func replay() async throws -> Int {
        var count = 0
        let noted = try lines()
        for facts in house.towns.all { count += try await replay(noted[facts.town.id] ?? [], in: facts) }
        return count
    }

    private func replay(_ noted: Set<ID<Person>>, in facts: TownFacts) async throws -> Int {
        let (stored, back) = try await house.read(facts.town) { scope in
            (try Erasures(scope).all(), try Self.present(noted.sorted(), in: scope))
        }
        for line in stored where !noted.contains(line.person) { try note([line.person], at: line.at, in: facts.town) }
        let now = house.world.now()
        for person in back {
            try await house.write(facts.town, listings: true) { [house] scope in
                guard let person = try People(scope).find(person) else { return }
                _ = try ErasureStep(house: house, facts: facts, now: now, tells: false).erase(person, by: nil, in: scope)
            }
        }
        return back.count
    }

    /// By groups: an engine binds only so many values.
    private static func present(_ ids: [ID<Person>], in scope: TownTransaction) throws -> [ID<Person>] {
        let people = try People(scope)
        return try stride(from: 0, to: ids.count, by: 500).flatMap { start in
            try people.find(Array(ids[start..<min(start + 500, ids.count)])).keys.sorted()
        }
    }

    private func lines() throws -> [Int: Set<ID<Person>>] {
        var lines: [Int: Set<ID<Person>>] = [:]
        for line in try house.keys.notes(in: Self.ledger) {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let town = Int(parts[0]), let person = ID<Person>(text: parts[1]) else { continue }
            lines[town, default: []].insert(person)
        }
        return lines
    }
}
