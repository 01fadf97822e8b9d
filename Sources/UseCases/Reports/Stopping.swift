import Domain
import Persistence

/// Stops somebody's new contacts, and lets them go on; the person is told why, never by whom.
struct Stopping {
    let house: House
    let town: Town

    /// What they had asked for stays served, by the desk. False where a stop stands already.
    func begin(_ stop: ContactStop, in scope: TownTransaction) throws -> Bool {
        guard try ContactStops(scope).insert(stop) else { return false }
        try serve(stop.person, in: scope, now: stop.since)
        try TownVersions(scope.sql).raiseListings(true, of: town.id)
        try record(stop, "contact_stop", by: stop.decidedBy, in: scope, now: stop.since)
        try ReportNews(house: house, town: town).stopped(stop, in: scope)
        return true
    }

    /// Neighbours are asked again for what is still open. Harmless for one that is over.
    func end(_ stop: ContactStop, by person: ID<Person>, in scope: TownTransaction, now: Moment) throws {
        guard stop.isStanding else { return }
        var stop = stop
        stop.end(at: now, by: person)
        try ContactStops(scope).save(stop)
        try release(stop, in: scope, now: now)
        try record(stop, "contact_stop_ended", by: person, in: scope, now: now)
    }

    func release(_ stop: ContactStop, in scope: TownTransaction, now: Moment) throws {
        for var request in try requests(of: stop.person, in: scope) where request.status == .open && !request.rung.asksHelpers {
            try Ladder(house).restart(&request, town: town, in: scope, now: now)
        }
        try TownVersions(scope.sql).raiseListings(true, of: town.id)
    }

    /// Nobody new is asked: the referent of the quartier answers for it, or the town; never the person themselves.
    private func serve(_ person: ID<Person>, in scope: TownTransaction, now: Moment) throws {
        for var request in try requests(of: person, in: scope) {
            if request.owner == person, let other = try Roles(scope).owner(for: request.neighbourhood, at: now, besides: [person]) {
                request.owner = other
            }
            if request.status == .open, request.rung.asksHelpers {
                try Ladder(house).climb(&request, town: town, in: scope, now: now)
            } else {
                let mayBePublic = try Categories(scope).find(request.category)?.mayBePublic ?? false
                try HelpRequests(scope).save(request, mayBePublic: mayBePublic)
            }
        }
    }

    private func requests(of id: ID<Person>, in scope: TownTransaction) throws -> [HelpRequest] {
        guard let person = try People(scope).find(id) else { return [] }
        var live: [HelpRequest] = []
        for request in try Rows.of(person, in: scope).flatMap({ try HelpRequests(scope).about($0) }) where request.isLive {
            if !live.contains(where: { $0.id == request.id }) { live.append(request) }
        }
        return live
    }

    private func record(_ stop: ContactStop, _ purpose: String, by actor: ID<Person>?, in scope: TownTransaction, now: Moment) throws {
        try Journal(scope).append(
            JournalEntry(
                at: now, actor: actor, action: .decided, subjectKind: "people", subject: stop.person.bytes, purpose: purpose),
            id: house.world.id())
    }

    /// The rows that a stop takes for one person: see `ContactStops.held`.
    enum Rows {
        static func of(_ person: Person, in scope: TownTransaction) throws -> [ID<Person>] {
            let people = try People(scope)
            let byMail = try person.email.map { try people.visitors(with: $0) + people.residents(with: $0) } ?? []
            let byPhone = try person.phone.map(people.withPhone) ?? []
            let others = (byMail + byPhone).filter { $0.id != person.id && !($0.hasAccount && person.hasAccount) }.map(\.id)
            return [person.id] + Set(others).sorted()
        }
    }
}
