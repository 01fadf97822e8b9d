import Domain
import Persistence

/// The directory of services, kept by administrators; to everybody else there is no such page.
public struct ServiceKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct List: Sendable {
        /// Those to be checked first, then by name in French order.
        public var services: [LocalService]
        public var today: CivilDay
        public var unchecked: Int { services.count { $0.needsCheck(on: today) } }
    }

    public func list(by actor: Actor, in facts: TownFacts) throws(Refusal) -> List {
        try administrator(actor)
        let today = today(in: facts)
        let keyed = facts.services.map { (service: $0, place: $0.needsCheck(on: today) ? 0 : 1, name: Slug.of($0.name)) }
        let sorted = keyed.sorted { ($0.place, $0.name, $0.service.id) < ($1.place, $1.name, $1.service.id) }
        return List(services: sorted.map(\.service), today: today)
    }

    public func find(_ id: ID<LocalService>, by actor: Actor, in facts: TownFacts) throws(Refusal) -> LocalService {
        try administrator(actor)
        guard let service = facts.services.first(where: { $0.id == id }) else { throw .notFound }
        return service
    }

    public func today(in facts: TownFacts) -> CivilDay { CivilDay(house.world.now(), in: facts.town.timeZone) }

    public func add(_ form: LocalServiceForm, by actor: Actor, in facts: TownFacts) async throws {
        let id: ID<LocalService> = house.world.id()
        let choices = choices(facts)
        try await write(id, for: "added", by: actor, in: facts) { services in
            let present = try services.all()
            guard present.count < LocalServiceForm.most else {
                throw Refusal.invalid("name", "refusal.tooManyServices", ["most": String(LocalServiceForm.most)])
            }
            let new = try form.read(id, choices)
            // The same form sent twice is one service.
            guard !present.contains(where: { Slug.of($0.name) == Slug.of(new.name) }) else {
                throw Refusal.invalid("name", "refusal.serviceKnown")
            }
            try services.save(new)
        }
    }

    public func change(_ id: ID<LocalService>, _ form: LocalServiceForm, by actor: Actor, in facts: TownFacts) async throws {
        let choices = choices(facts)
        try await write(id, for: "changed", by: actor, in: facts) { services in
            guard try services.find(id) != nil else { throw Refusal.notFound }
            try services.save(try form.read(id, choices))
        }
    }

    /// « Tout est encore juste » : what it says holds as of today.
    public func check(_ id: ID<LocalService>, by actor: Actor, in facts: TownFacts) async throws {
        let today = today(in: facts)
        try await write(id, for: "checked", by: actor, in: facts) { services in
            guard var service = try services.find(id) else { throw Refusal.notFound }
            service.checkedOn = today
            try services.save(service)
        }
    }

    /// The same twice is once.
    public func remove(_ id: ID<LocalService>, by actor: Actor, in facts: TownFacts) async throws {
        try await write(id, for: "removed", by: actor, in: facts) { try $0.delete(id) }
    }

    private func write(
        _ id: ID<LocalService>, for purpose: String, by actor: Actor, in facts: TownFacts,
        _ work: @escaping @Sendable (LocalServices) throws -> Void
    ) async throws {
        try administrator(actor)
        try await house.write(facts.town, listings: true) { [house] scope in
            try work(LocalServices(scope))
            try TownKeeping(house).record(purpose, about: ("local_services", id.bytes), by: actor, in: scope)
        }
        try await house.towns.refresh()
    }

    private func choices(_ facts: TownFacts) -> LocalServiceForm.Choices {
        LocalServiceForm.Choices(categories: facts.categories, neighbourhoods: facts.neighbourhoods, today: today(in: facts))
    }

    private func administrator(_ actor: Actor) throws(Refusal) {
        guard actor.has(.administrator) else { throw .notFound }
    }
}
