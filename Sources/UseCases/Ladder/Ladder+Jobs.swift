import Database
import Domain
import JobQueue
import Persistence

extension Ladder {
    /// One step of one request. All of it lies in the transaction that ends the job, so it happens exactly once.
    var stepHandler: JobHandler {
        { job in
            guard let id = ID<HelpRequest>(text: job.payload) else { throw JobGaveUp("a step without a request") }
            let town = try await house.town(of: job)
            return { sql in
                let scope = TownTransaction(sql, town: town.id, keys: house.keys)
                try LadderStep(house: house, town: town, scope: scope, now: house.world.now()).run(id)
            }
        }
    }

    /// The net under the ladder: a request whose step was lost goes to its owner all the same.
    var sweepHandler: JobHandler {
        { _ in
            for facts in house.towns.all { try await climbOverdue(in: facts.town) }
            return { _ in }
        }
    }

    func climbOverdue(in town: Town) async throws {
        let now = house.world.now()
        let limit = now - .minutes(10)
        guard try await house.read(town, { try !HelpRequests($0).overdue(before: limit).isEmpty }) else { return }
        try await house.write(town, listings: .needs) { scope in
            for var request in try HelpRequests(scope).overdue(before: limit) {
                try climb(&request, town: town, in: scope, now: now)
            }
        }
    }
}
