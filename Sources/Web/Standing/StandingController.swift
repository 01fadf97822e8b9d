import Domain
import Hummingbird
import Secrets
import UseCases

/// Below a conversation on recurring help: the first day, the second person, one day that falls out.
struct StandingController: Sendable {
    let standing: Standing
    let entrance: TrackingEntrance

    func showDay(_ request: Request, _ context: TownContext) async throws -> Response {
        try await dayPage(FormState(), context).response()
    }

    func saveDay(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try ConversationsController.way(context, entrance)
        let body = try await FormBody(request)
        do {
            try await entrance.guarded(context) { try await standing.agree(on: body["first"], through: way.door, in: context.town) }
            return .seeOther(way.root + "#regulier")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await dayPage(FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
    }

    /// Whether somebody may be the second person.
    func decide(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let way = try ConversationsController.way(context, entrance)
        let body = try await FormBody(request)
        guard let person = body["person"].flatMap({ ID<Person>(text: $0) }), let answer = body["answer"], ["yes", "no"].contains(answer)
        else { throw Refusal(.invalid, "refusal.badRequest") }
        try await entrance.guarded(context) {
            try await standing.decide(on: person, isYes: answer == "yes", through: way.door, in: context.town)
        }
        return .seeOther(way.root + "#regulier")
    }

    /// By the link of an ask that somebody else was first to answer.
    func offer(_ request: Request, _ context: TownContext) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }) else {
            throw LinkGuard(throttle: entrance.throttle).wrongLink(context)
        }
        try await entrance.guarded(context) { try await standing.offer(token, in: context.town) }
        return .seeOther(context.links.answer(token.text))
    }

    /// The helper cannot come on one day.
    func miss(_ request: Request, _ context: TownContext) async throws -> Response {
        try await onDay(request, context) { try await standing.miss($0, of: $1, by: $2, in: context.town) }
    }

    /// They can come after all.
    func takeBack(_ request: Request, _ context: TownContext) async throws -> Response {
        try await onDay(request, context) { try await standing.takeBack($0, of: $1, by: $2, in: context.town) }
    }

    private func onDay(
        _ request: Request, _ context: TownContext, _ change: (CivilDay, ID<Match>, Actor) async throws -> Void
    ) async throws -> Response {
        try entrance.throttle.take(.write, context.network)
        let viewer = try context.signedIn()
        let match = try ConversationsController.match(context)
        let body = try await FormBody(request)
        guard let day = body["day"].flatMap({ CivilDay($0) }) else { throw Refusal(.invalid, "refusal.badRequest") }
        try await change(day, match, viewer.actor)
        return .seeOther(context.links.conversation(match) + "#regulier")
    }

    private func dayPage(_ state: FormState, _ context: TownContext) async throws -> StandingDayPage {
        let way = try ConversationsController.way(context, entrance)
        let view = try await entrance.guarded(context) {
            guard let view = try await standing.view(way.door, in: context.town) else { throw Refusal.notFound }
            return view
        }
        return StandingDayPage(site: Site(context, "/conversations"), standing: view, root: way.root, state: state)
    }
}
