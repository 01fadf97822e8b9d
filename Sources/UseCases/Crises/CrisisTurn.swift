import Domain
import JobQueue
import Persistence

/// Switches a town on and off inside a transaction, and tells its staff. Each step is harmless at any time and any number of times.
struct CrisisTurn {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    private var letters: CrisisLetters { CrisisLetters(house: house, town: town, now: now) }

    /// What the calendar says of the decision in force: that its end is near, or there.
    func catchUp() throws {
        guard var crisis = try Crises(scope).open() else { return }
        if crisis.isOver(at: now) {
            try end(crisis, by: nil)
            try leave(crisis)
        } else if crisis.isEnding(at: now) {
            crisis.warnedAt = now
            try Crises(scope).save(crisis)
            try letters.send(.ending, of: crisis, in: scope)
        }
    }

    /// - Parameter goingOn: whether another decision was in force until now.
    func begin(_ crisis: Crisis, goingOn: Bool) throws {
        try Crises(scope).insert(crisis)
        try change { $0.enter(crisis) }
        try Jobs(scope.sql).enqueue(
            CrisisHaste.job, town: town.id, due: now.milliseconds, key: CrisisHaste.job)
        try letters.send(goingOn ? .prolonged : .opened, of: crisis, in: scope)
    }

    /// The decision is over; whether the crisis is too, `leave` says.
    func end(_ crisis: Crisis, by person: ID<Person>?) throws {
        var crisis = crisis
        crisis.endedAt = person == nil ? crisis.until : now
        crisis.endedBy = person
        try Crises(scope).save(crisis)
    }

    /// Back to the ordinary set. What was promised meanwhile stays: no clock that runs is touched.
    func leave(_ crisis: Crisis) throws {
        try change { $0.leaveCrisis() }
        try letters.send(.ended, of: crisis, in: scope)
    }

    private func change(_ change: (inout Town) -> Void) throws {
        guard var present = try Towns(scope.sql).find(town.id) else { throw Refusal.notFound }
        change(&present)
        try Towns(scope.sql).save(present)
        try TownVersions(scope.sql).raiseSettings(of: town.id)
    }
}
