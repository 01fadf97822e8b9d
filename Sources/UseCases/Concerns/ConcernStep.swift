import Database
import Domain
import JobQueue
import Persistence

/// The clock of a worry: whoever was to take it in hand is reminded, and then every administrator of the town is told.
struct ConcernStep {
    static let job = "concerns.step"
    let house: House

    static func schedule(_ concern: Concern, in scope: TownTransaction) throws {
        try cancel(concern.id, in: scope)
        try Jobs(scope.sql).enqueue(
            job, town: scope.town, payload: concern.id.text, due: concern.dueAt.milliseconds, key: key(concern.id))
    }

    static func cancel(_ concern: ID<Concern>, in scope: TownTransaction) throws {
        try Jobs(scope.sql).cancel(key: key(concern), town: scope.town)
    }

    private static func key(_ concern: ID<Concern>) -> String { "\(job):\(concern.text)" }

    var handler: JobHandler {
        { job in
            guard let id = ID<Concern>(text: job.payload) else { throw JobGaveUp("a step without a concern") }
            let town = try await house.town(of: job)
            return { sql in try run(id, town, in: TownTransaction(sql, town: town.id, keys: house.keys)) }
        }
    }

    func run(_ id: ID<Concern>, _ town: Town, in scope: TownTransaction) throws {
        let now = house.world.now()
        guard var concern = try Concerns(scope).find(id), concern.remind(now: now, clock: RungClock(town, at: now)) else { return }
        try Concerns(scope).save(concern)
        try ConcernLetters(house: house, town: town).tell(of: concern, concern.takenAt == nil ? .overdue : .followUp, in: scope, now: now)
        try Self.schedule(concern, in: scope)
    }
}
