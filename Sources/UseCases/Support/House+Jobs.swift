import Domain
import JobQueue

extension House {
    /// The town whose work a job is. One that another process opened a moment ago is looked up once more: no job is given up for it.
    func town(of job: Job) async throws -> Town {
        if let facts = towns.town(id: job.town) { return facts.town }
        try await towns.refresh()
        guard let facts = towns.town(id: job.town) else { throw UnknownTown() }
        return facts.town
    }

    private struct UnknownTown: Error {}
}
