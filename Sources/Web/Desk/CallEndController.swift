import Domain
import Hummingbird
import UseCases

/// How a call ends, what is said aloud then, and requests that were there already.
struct CallEndController: Sendable {
    let calls: CallController

    private var desk: Desk { calls.desk }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id) = (try context.atDesk(), try context.id(Call.self))
        let spoken = try await desk.spoken(id, by: viewer.actor, in: context.facts)
        guard spoken.call.state == .ended else { return .seeOther(context.links.call(id)) }
        var advice: [ID<HelpRequest>: Capacity.Advice] = [:]
        for one in spoken.requests { advice[one.request.id] = try await calls.capacity.advice(on: one.request, in: context.facts) }
        return CallEndPage(site: Site(context, "/conciergerie"), spoken: spoken, advice: advice).response()
    }

    /// Nothing was asked for. Who wanted to know how a request stands says its number.
    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let (id, form, seen) = try calls.read(body, context)
        guard let ending = body["ending"].flatMap(Call.Ending.init), Call.Ending.choices.contains(ending) else {
            return .seeOther(context.links.call(id))
        }
        do {
            try await desk.end(id, as: ending, about: body["reference"] ?? "", by: viewer.actor, in: context.facts)
            return .seeOther(context.links.callEnd(id))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await calls.refused(refusal, form, id, seen, viewer, context)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return .seeOther(context.links.call(id))
        }
    }

    /// `same` is the number of the need and the id of the request.
    func join(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, form, seen, chosen) = try await chosen(request, "same", context)
        let parts = chosen.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let need = Int(parts[0]), let earlier = ID<HelpRequest>(text: String(parts[1])) else {
            throw Refusal.notFound
        }
        do {
            let isOver = try await desk.join(need, to: earlier, form, of: id, seen: seen, by: viewer.actor, in: context.facts)
            return .seeOther(isOver ? context.links.callEnd(id) : context.links.call(id))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await calls.overtaken(refusal, form, id, viewer, context)
        }
    }

    /// `apart` is the number of the need.
    func unjoin(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, form, seen, chosen) = try await chosen(request, "apart", context)
        guard let need = Int(chosen) else { throw Refusal.notFound }
        do {
            try await desk.unjoin(need, form, of: id, seen: seen, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.call(id) + "#besoin-\(need)")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await calls.overtaken(refusal, form, id, viewer, context)
        }
    }

    func takeUpAgain(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id) = (try context.atDesk(), try context.id(Call.self))
        do {
            return .seeOther(context.links.call(try await desk.takeUpAgain(id, by: viewer.actor, in: context.facts)))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return .seeOther(context.links.callEnd(id))
        }
    }

    func setApart(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, form, seen, chosen) = try await chosen(request, "other", context)
        guard let earlier = ID<HelpRequest>(text: chosen) else { throw Refusal.notFound }
        do {
            try await desk.setApart(earlier, form, of: id, seen: seen, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.call(id))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await calls.overtaken(refusal, form, id, viewer, context)
        }
    }

    private func chosen(
        _ request: Request, _ name: String, _ context: TownContext
    ) async throws -> (Viewer, ID<Call>, CallForm, Int, String) {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let (id, form, seen) = try calls.read(body, context)
        return (viewer, id, form, seen, body[name] ?? "")
    }
}
