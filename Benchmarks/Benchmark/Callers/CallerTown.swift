import Domain
import Foundation
import Persistence
import UseCases

/// A town of very many known people. Names are made of syllables, some far more frequent than others: the first surname has about one in 170.
struct CallerTown: Sendable {
    static let batch = 10_000
    static let (surnames, firstNames, streets) = (30_000, 400, 1_500)

    let house: House
    let chance: Chance
    let now: Moment

    func fill(_ count: Int, each: (Person) throws -> Void) async throws -> TownFacts {
        let town = try await TownKeeping(house).open(
            TownOpening(slug: "ville", name: "Grand-Ville", phone: "04 00 00 00 00", administrator: "admin@ville.invalid"))
        let names = (surnames: words(Self.surnames), firstNames: words(Self.firstNames), streets: words(Self.streets))
        for start in stride(from: 0, to: count, by: Self.batch) {
            let people = (start..<min(count, start + Self.batch)).map { person($0, names) }
            try await house.write(town) { scope in
                let repository = try People(scope)
                for person in people { try repository.insert(person) }
            }
            for person in people { try each(person) }
        }
        try await house.towns.refresh()
        guard let facts = house.towns.town(id: town.id) else { throw Refusal.notFound }
        return facts
    }

    private func person(_ number: Int, _ names: (surnames: [String], firstNames: [String], streets: [String])) -> Person {
        let digits = String(chance.below(100_000_000) + 100_000_000).dropFirst()
        return Person(
            id: house.world.id(), firstName: frequent(names.firstNames).capitalized, lastName: frequent(names.surnames).capitalized,
            phone: PhoneNumber((number % 3 == 0 ? "04" : number % 2 == 0 ? "06" : "07") + digits), channel: .phone,
            place: "\(1 + chance.below(120)) rue \(frequent(names.streets).capitalized)", birthYear: 1_930 + chance.below(70), createdAt: now)
    }

    /// The first of a list far more often than the last.
    private func frequent(_ list: [String]) -> String {
        let share = Double(chance.below(1_000_000)) / 1_000_000
        return list[Int(share * share * Double(list.count))]
    }

    private func words(_ count: Int) -> [String] {
        var (words, known): ([String], Set<String>) = ([], [])
        while words.count < count {
            let word = word()
            if known.insert(word).inserted { words.append(word) }
        }
        return words
    }

    private func word() -> String {
        let onsets = ["b", "c", "ch", "d", "f", "g", "gr", "j", "l", "m", "n", "p", "ph", "r", "s", "t", "th", "tr", "v", "bl", "br", "cl"]
        let vowels = ["a", "e", "é", "i", "o", "u", "ou", "au", "ai", "an", "en", "in", "on", "oi", "eu"]
        let ends = ["", "d", "t", "s", "r", "l", "ne", "lle", "tte", "rd", "n", "y", "eau", "ier", "ault"]
        return (0..<(2 + chance.below(2))).map { _ in chance.pick(onsets) + chance.pick(vowels) }.joined() + chance.pick(ends)
    }
}
