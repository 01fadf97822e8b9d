import Domain
import JobQueue
import Persistence

/// Moves each request up its ladder by a job that knows the request's clock.
public struct Ladder: Sendable {
    static let job = "ladder.step"
    let house: House

    public init(_ house: House) { self.house = house }

    /// Puts the first step of a request in the queue, in the transaction that opens it.
    static func start(_ request: HelpRequest, in scope: TownTransaction, now: Moment) throws {
        try schedule(request.id, at: now, in: scope)
    }

    static func schedule(_ request: ID<HelpRequest>, at moment: Moment, in scope: TownTransaction) throws {
        try Jobs(scope.sql).enqueue(
            job, town: scope.town, payload: request.text, due: moment.milliseconds, key: "\(job):\(request.text):\(moment.milliseconds)")
    }
}
