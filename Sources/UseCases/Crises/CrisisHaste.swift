import Domain
import JobQueue
import Persistence

/// What is open when a crisis begins need not wait longer than what comes after: each clock that runs is moved nearer, never farther.
///
/// Organisations keep the time they were given; so do helpers who were asked: a step finds an open wave and waits for it.
struct CrisisHaste: Sendable {
    static let job = "crises.haste"
    let house: House

    var handler: JobHandler {
        { job in
            let number = try await house.town(of: job).id
            return { sql in
                // As it is now: this process may not have heard yet of what the job was put for.
                guard let town = try Towns(sql).find(number) else { return }
                try CrisisHaste.run(town, in: TownTransaction(sql, town: number, keys: house.keys), now: house.world.now())
            }
        }
    }

    static func run(_ town: Town, in scope: TownTransaction, now: Moment) throws {
        guard town.isInCrisis(at: now) else { return }
        let (clock, running) = (RungClock(town, at: now), RunningClocks(scope))
        for urgency in Urgency.allCases {
            let promise = clock.helpersUntil(from: now, urgency: urgency)
            try running.hastenPromises(urgency, to: promise)
            for rung in Rung.allCases where !rung.asksOrganisations {
                try running.hasten(rung, urgency, to: clock.until(rung, from: now, urgency: urgency, promise: promise))
            }
        }
        for one in try running.open() where !one.rung.asksOrganisations {
            try Ladder.schedule(one.request, at: one.rung.asksHelpers ? now : one.due, in: scope)
        }
    }
}
