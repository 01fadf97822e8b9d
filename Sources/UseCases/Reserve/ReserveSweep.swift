import Domain
import JobQueue
import Persistence

/// Takes unused offers off the public list, asks quiet helpers once a month, and lets the silent ones sleep. May be repeated at any time.
struct ReserveSweep: Sendable {
    static let job = "reserve.sweep"
    static let batch = 100
    let house: House

    var handler: JobHandler {
        { _ in
            try await sweep()
            return { _ in }
        }
    }

    func sweep() async throws {
        for facts in house.towns.all {
            try await reserve(facts.town)
            try await ask(facts.town)
        }
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
                try QuietHelpers(scope).page(since: limit, now: now, after: after, atMost: Self.batch)
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
        let quiet = try QuietHelpers(scope).page(since: limit, now: now, after: after, atMost: Self.batch)
        for line in quiet where line.person <= end {
            let sent = try ReserveChecks(scope).of(line.person).filter { !$0.isByVoice }.map(\.sentAt)
            switch Silence(lastSign: line.lastSign, sent: sent, now: now, in: town.timeZone) {
            case .none: continue
            case .ask: try turn.ask(line.person)
            case .sleep: try turn.sleep(line.person)
            }
        }
    }
}
