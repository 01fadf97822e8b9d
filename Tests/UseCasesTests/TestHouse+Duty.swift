import Domain
import Persistence
import TestSupport
@testable import UseCases

extension TestHouse {
    /// Puts a shift straight into the roster, from so many hours from now to so many.
    @discardableResult
    func duty(_ person: Person?, from: Int, to until: Int) async throws -> Duty {
        let (id, now): (ID<Duty>, Moment) = (house.world.id(), clock.now)
        let duty = Duty(id: id, from: now + .hours(from), until: now + .hours(until), person: person?.id)
        try await house.write(town.town) { try Duties($0).insert(duty) }
        return duty
    }

    func find(_ duty: Duty) async throws -> Duty? { try await house.read(town.town) { try Duties($0).find(duty.id) } }

    func handOver(of duty: Duty) async throws -> HandOver? { try await house.read(town.town) { try HandOvers($0).of(duty.id) } }

    func roster(_ week: String? = nil, by actor: Actor? = nil) async throws -> DutyKeeping.Roster {
        try await DutyKeeping(house).roster(week.flatMap { CivilWeek($0) }, by: actor ?? attendant, in: town)
    }

    /// A request of the quartier that has no referent.
    func askAtTheLake() async throws -> ID<HelpRequest> { try await openRequest(["neighbourhood": "le-lac"]) }
}
