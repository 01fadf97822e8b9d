import Domain
import Persistence

/// Finds words for whoever was written down by a version that had no index of callers.
struct CallerIndexSweep: TownSweep {
    static let job = "callers.index"
    let house: House
    var batch = 200

    func turn(in facts: TownFacts) async throws {
        var last: ID<Person>? = Person.nobody.id
        while let after = last {
            last = try await house.write(facts.town) { [batch] in try CallerIndex($0).addMissing(after: after, limit: batch) }
        }
    }
}
