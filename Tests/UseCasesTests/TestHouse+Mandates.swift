import Domain
import Persistence
import TestSupport
@testable import UseCases

extension TestHouse {
    static let yesByPhone = MandateAnswerForm(["answer": "yes", "channel": "phone", "noticeGiven": "yes", "known": "new"])

    /// Lucie, who lives elsewhere, proposes to act for Paulette of Les Tilleuls.
    func proposeForPaulette(_ changes: [String: String] = [:], by person: Person? = nil) async throws -> ID<Mandate> {
        let proxy = person ?? cast.lucie
        let form = MandateForm(
            [
                "firstName": "Paulette", "lastName": "Vernet", "phone": "04 90 55 66 77", "neighbourhood": "les-tilleuls",
                "relation": "family", "months": "6", "ask": "yes", "follow": "yes",
            ].merging(changes) { $1 })
        try await Mandating(house).propose(form, by: try await viewer(proxy), in: town)
        return try await house.read(town.town) { scope in
            guard let mandate = try Mandates(scope).held(by: proxy.id).first else { throw Refusal.notFound }
            return mandate.id
        }
    }

    func confirmedForPaulette(_ changes: [String: String] = [:]) async throws -> ID<Mandate> {
        let id = try await proposeForPaulette(changes)
        try await Mandating(house).record(Self.yesByPhone, of: id, by: guide, in: town)
        return id
    }

    /// Jeanne, whom the town knows, lets the structure act for her.
    func structureForJeanne(_ changes: [String: String] = [:]) async throws -> ID<Mandate> {
        let form = MandateForm(
            [
                "firstName": "Jeanne", "phone": "04 90 00 00 01", "neighbourhood": "les-tilleuls", "months": "12", "ask": "yes",
                "follow": "yes", "converse": "yes",
            ].merging(changes) { $1 })
        let id = try await Mandating(house).open(form, by: guide, in: town)
        var yes = Self.yesByPhone
        yes.fields["known"] = cast.jeanne.id.text
        try await Mandating(house).record(yes, of: id, by: guide, in: town)
        return id
    }

    func mandate(_ id: ID<Mandate>) async throws -> Mandate? { try await house.read(town.town) { try Mandates($0).find(id) } }

    func deeds(_ id: ID<Mandate>) async throws -> [Mandate.Deed] {
        try await house.read(town.town) { try MandateActs($0).of(id).reversed().map(\.deed) }
    }

    /// In somebody's name.
    func ask(under id: ID<Mandate>, by actor: Actor, _ changes: [String: String] = [:]) async throws -> HelpRequest {
        var form = AskingTests.form
        form.fields.merge(["for": id.text, "place": ""].merging(changes) { $1 }) { $1 }
        return try await Requests(house).ask(form, in: town, by: actor, language: "fr", door: .web).request
    }

    func door(_ id: ID<Mandate>, _ request: ID<HelpRequest>, _ actor: Actor) -> TrackingDoor {
        .mandate(MandateRight(id, actor), request)
    }
}
