import Domain
import Persistence

/// The demo's resident acts for an elderly neighbour, and another elder lets the structure act; the first referent heard both.
struct DemoMandates {
    let scope: TownTransaction
    let stage: DemoStage

    func write(_ chance: inout SeededChance) throws {
        guard let quartier = stage.facts.neighbourhoods.first, let referent = stage.staff.referents.first else { return }
        let at = stage.calendar.now - .days(9)
        for (number, holder) in [stage.staff.resident.id, nil].enumerated() {
            let name = stage.library.names.elder(&chance)
            let person = Person(
                id: chance.id(at: at), firstName: name.first, lastName: name.last, phone: stage.landline(9_000 + number), channel: .phone,
                neighbourhood: quartier.id, createdAt: at)
            try People(scope).insert(person)
            var mandate = Mandate(
                id: chance.id(at: at), represented: person.id, holder: holder, relation: holder.map { _ in .neighbour },
                neighbourhood: quartier.id, powers: [.ask, .follow], months: Mandate.usualTerm, proposedBy: holder ?? referent.id,
                proposedAt: at)
            try Mandates(scope).insert(mandate)
            let guide = Actor(person: referent.id, roles: [Role(.referent, neighbourhood: quartier.id)])
            try mandate.confirm(holder == nil ? .paper : .phone, by: guide, now: at + .days(1), zone: stage.facts.town.timeZone)
            try Mandates(scope).save(mandate)
            let entry = JournalEntry(
                at: at + .days(1), actor: referent.id, action: .granted, subjectKind: "people", subject: person.id.bytes,
                purpose: "mandate")
            try Journal(scope).append(entry, id: chance.id(at: at + .days(1)))
        }
    }
}
