import Domain
import UseCases

extension Composition {
    /// The town that a command names.
    func town(_ slug: String) throws -> TownFacts {
        guard let facts = house.towns.town(slug: slug) else {
            throw Settings.Problem(description: "no town “\(slug)”: see `entraide town list`")
        }
        return facts
    }

    /// Runs a use case and turns its refusal into sentences, one line per fault.
    func saying<T>(_ work: () async throws -> T) async throws -> T {
        do {
            return try await work()
        } catch let refusal as Refusal {
            throw CommandWords(house).problem(refusal)
        }
    }
}
