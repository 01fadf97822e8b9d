import Domain
import Persistence

/// Takes unused offers off the public list, asks silent helpers once a month, and lets those who stay silent sleep.
struct ReserveSweep: TownSweep {
    static let job = "reserve.sweep"
    static let batch = 100
    let house: House

    func turn(in facts: TownFacts) async throws {
        try await reserve(facts.town)
        try await ask(facts.town)
    }

    private func reserve(_ town: Town) async throws {
        let limit = house.world.now() - .days(town.settings.reserveAfterDays)
        guard try await house.read(town, { try Offers($0).isAnyUnused(since: limit) }) else { return }
        try await house.write(town, listings: .offers) { try Offers($0).reserveUnused(since: limit) }
    }

    /// By day only: the question is a mail.
    private func ask(_ town: Town) async throws {
        let now = house.world.now()
        guard RungClock(town, at: now).waking(atOrAfter: now) == now else { return }
        let limit = Silence.limit(now, in: town.timeZone)
        let kept = now.adding(months: -ReserveCheck.keptMonths, in: town.timeZone)
        var last: ID<Person>?
        repeat {
            let after = last
            let due = try await house.read(town) { scope in
                try SilentHelpers(scope).page(since: limit, now: now, after: after, atMost: Self.batch)
            }
            guard let end = due.last else { break }
            try await house.write(town, listings: .offers) { scope in
                try ReserveChecks(scope).forget(before: kept)
                try turn(after: after, upTo: end.person, since: limit, town, in: scope, now: now)
            }
            last = due.count == Self.batch ? end.person : nil
        } while last != nil
    }

    /// One transaction: read again, so that of two sweeps at once one finds nothing left.
    private func turn(
        after: ID<Person>?, upTo end: ID<Person>, since limit: Moment, _ town: Town, in scope: TownTransaction, now: Moment
    ) throws {
        let turn = ReserveTurn(house: house, town: town, scope: scope, now: now)
        let silent = try SilentHelpers(scope).page(since: limit, now: now, after: after, atMost: Self.batch)
        for line in silent where line.person <= end {
            let sent = try ReserveChecks(scope).of(line.person).filter { !$0.isByVoice }.map(\.sentAt)
            switch Silence(lastSign: line.lastSign, sent: sent, now: now, in: town.timeZone) {
            case .none: continue
            case .ask: try turn.ask(line.person)
            case .sleep: try turn.sleep(line.person)
            }
        }
    }
}
