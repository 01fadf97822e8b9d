import Domain
import Persistence
import TestSupport
@testable import UseCases

extension TestHouse {
    /// The roles as a session has them now, those of an absent colleague too.
    func acting(_ person: Person) async throws -> Actor {
        let now = clock.now
        return Actor(person: person.id, roles: try await house.read(town.town) { try Roles($0).acting(person.id, at: now) })
    }

    /// Lucie as the referent of another quartier.
    func makeLucieReferent() async throws { try await grant(Role(.referent, neighbourhood: town.neighbourhoods[1].id), to: cast.lucie) }

    func absence(_ colleague: Person?, from: Int, to: Int) -> AbsenceForm {
        func day(_ count: Int) -> String { CivilDay(clock.now + .days(count), in: town.town.timeZone).iso }
        return AbsenceForm(["colleague": colleague?.id.text ?? AbsenceForm.nobody, "from": day(from), "until": day(to)])
    }

    /// Says that somebody is away, from so many days on to so many days on.
    @discardableResult
    func leave(_ person: Person, colleague: Person?, from: Int = 0, to: Int = 7) async throws -> Absence {
        try await Absenting(house).leave(absence(colleague, from: from, to: to), by: try await acting(person), in: town)
        let absences = try await house.read(town.town) { try Absences($0).open() }
        guard let absence = absences.last(where: { $0.person == person.id }) else { throw Refusal.notFound }
        return absence
    }

    func turnAbsences() async throws { try await AbsenceSweep(house: house).sweep() }

    func owner(of request: ID<HelpRequest>) async throws -> ID<Person>? { try await self.request(request)?.owner }

    func moveClock(to moment: Moment) { clock.move(moment - clock.now) }
}
