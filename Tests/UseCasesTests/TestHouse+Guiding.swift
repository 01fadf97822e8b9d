import Database
import Domain
import Persistence
import TestSupport
import UseCases

extension TestHouse {
    /// Martine, referent of Les Tilleuls.
    var guide: Actor { Actor(person: cast.martine.id, roles: [Role(.referent, neighbourhood: town.neighbourhoods[0].id)]) }
    /// Lucie as the referent of another quartier of the same town.
    var otherGuide: Actor { Actor(person: cast.lucie.id, roles: [Role(.referent, neighbourhood: town.neighbourhoods[1].id)]) }
    var administrator: Actor { Actor(person: cast.administrator.id, roles: [Role(.administrator)]) }

    /// A call of one need, from the first ring to its end.
    func takeCall(_ changes: [String: String] = [:], by actor: Actor? = nil) async throws -> ID<HelpRequest> {
        try await takeNeeds(changes, by: actor)[0]
    }

    func takeNeeds(_ changes: [String: String], by actor: Actor? = nil) async throws -> [ID<HelpRequest>] {
        let (form, actor) = (CallForm(PhoneDoorTests.call.merging(changes) { _, new in new }), actor ?? guide)
        let call = try await Desk(house).begin(number: nil, by: actor, in: town)
        return try await Desk(house).take(form, of: call, seen: 1, by: actor, language: "fr", in: town)
    }

    var attendant: Actor { Actor(person: cast.attendant.id, roles: [Role(.operator)]) }

    /// Lucie's neighbour asks for Paul, who has a telephone.
    func askForPaul() async throws -> ID<HelpRequest> {
        try await openRequest(
            [
                "for": "other", "otherFirstName": "Paul", "otherLastName": "Vernet", "otherPhone": "04 90 55 66 77",
                "place": "9 allée des Saules",
            ])
    }

    func person(_ id: ID<Person>) async throws -> Person? { try await house.read(town.town) { try People($0).find(id) } }

    /// Purposes of the journal's entries of one action, oldest first.
    func journal(_ action: JournalEntry.Action) async throws -> [String] {
        try await house.read(town.town) { scope in
            try scope.sql.values(
                "/* journal */ SELECT purpose FROM journal WHERE town_id = \(scope.town) AND action = \(action) ORDER BY number")
        }
    }

    func openCalls(_ request: ID<HelpRequest>) async throws -> [RingBack] {
        try await house.read(town.town) { try RingBacks($0).about(request).filter { $0.doneAt == nil } }
    }
}
