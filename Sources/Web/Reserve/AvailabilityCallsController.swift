import Domain
import Hummingbird
import UseCases

/// What a helper without mail said when a referent asked whether they still help.
struct AvailabilityCallsController: Sendable {
    let referents: Referents

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let person = try context.id(Person.self)
        let body = try await FormBody(request)
        guard let answer = body["answer"].flatMap(ReserveCheck.Answer.init) else { throw Refusal(.invalid, "refusal.badRequest") }
        try await referents.note(answer, of: person, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.referent(done: "disponibilite"))
    }
}
