import Domain
import Hummingbird
import UseCases

/// `/referent/charge`: what is asked of the helpers, in numbers.
struct LoadController: Sendable {
    let capacity: Capacity
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let board = try await capacity.board(by: viewer.actor, in: context.facts)
        return LoadPage(site: Site(context, "/referent/charge"), board: board).response()
    }

    func measure(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        try throttle.take(.write, viewer.person.id.text)
        try await capacity.measure(by: viewer.actor, in: context.facts)
        return .seeOther(context.links.charge)
    }
}

extension Links {
    var charge: String { referent + "/charge" }
    var measure: String { charge + "/mesure" }
}
