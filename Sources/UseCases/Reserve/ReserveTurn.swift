import Domain
import Persistence
import Secrets

/// Falling asleep, being asked, waking up: one helper, inside the town's transaction.
struct ReserveTurn {
    let house: House
    let town: Town
    let scope: TownTransaction
    let now: Moment

    /// A sign of life of somebody who may have slept: they are new again, and welcomed back. Answers whether they had slept.
    @discardableResult
    func wake(_ id: ID<Person>) throws -> Bool {
        guard var helper = try Helpers(scope).find(id), helper.wake(now: now) else { return false }
        try Helpers(scope).save(helper)
        if helper.isActive, let person = try People(scope).find(id) {
            try Post(house: house, town: town).send(ReserveLetters(house: house, town: town).welcomeBack(person), to: person, in: scope)
        }
        return true
    }

    /// They are asked on a wider ring only, and nothing of theirs stands in a public list.
    func sleep(_ id: ID<Person>) throws {
        guard var helper = try Helpers(scope).find(id), !helper.isAsleep else { return }
        helper.asleepSince = now
        try Helpers(scope).save(helper)
        try Offers(scope).reserve(of: id)
    }

    /// The question of the month by mail; whoever reads none is a referent's to call.
    func ask(_ id: ID<Person>) throws {
        guard let person = try People(scope).find(id) else { return }
        let check = ReserveCheck(id: house.world.id(), person: id, isByVoice: !person.isMailed, sentAt: now)
        guard person.isMailed else { return try ReserveChecks(scope).insert(check, tokenHash: nil) }
        let token = Token()
        try ReserveChecks(scope).insert(check, tokenHash: token.hash)
        try Post(house: house, town: town).send(
            ReserveLetters(house: house, town: town).stillAvailable(token, to: person), to: person, in: scope)
    }

    /// What somebody answered, by link or by voice. The same answer twice is once.
    func take(_ answer: ReserveCheck.Answer, to check: ReserveCheck) throws {
        guard let before = try Helpers(scope).find(check.person), before.isActive, answer != check.answer || before.isAsleep else { return }
        try ReserveChecks(scope).answer(check.id, answer, now: now)
        try People(scope).noteSeen(check.person, now: now)
        switch answer {
        case .yes: try renew(before, check)
        case .pause: try change(before) { $0.pausedUntil = pauseEnd }
        case .stop:
            try change(before) {
                $0.isActive = false
                $0.meetingAskedAt = nil
            }
        }
    }

    private func renew(_ before: Helper, _ check: ReserveCheck) throws {
        if check.answer == .pause { try change(before) { $0.pausedUntil = nil } }
        try Offers(scope).renew(of: check.person, now: now)
        try wake(check.person)
    }

    private var pauseEnd: Moment {
        LocalTime(now.adding(months: ReserveCheck.pauseMonths, in: town.timeZone), in: town.timeZone).midnight
    }

    /// Whoever answers does not sleep, whatever they answer.
    private func change(_ before: Helper, _ change: (inout Helper) -> Void) throws {
        var helper = before
        _ = helper.wake(now: now)
        change(&helper)
        try Helpers(scope).save(helper)
    }
}
