import Domain
import Hummingbird
import Localization
import UseCases

/// The phone door: a caller's request on one page, then the words to end the call with.
struct CallController: Sendable {
    let referents: Referents
    let capacity: Capacity

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let state = FormState(["entry": referents.newEntry().text, "when": "now", "for": "me"])
        return CallPage(site: Site(context, "/referent/appel"), state: state, known: [], heavy: try await heavy(viewer, context)).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let body = try await FormBody(request)
        let fields = body.fields.filter { CallForm.names.contains($0.key) }
        let form = CallForm(fields)
        do {
            let id = try await referents.take(form, in: context.facts, by: viewer.actor, language: context.t.language.rawValue)
            return .seeOther(context.links.callNoted(id))
        } catch let concern as TextConcern {
            return GuardPage(
                site: Site(context, "/referent/appel"), concern: concern, action: context.links.call,
                text: ("details", "ask.details.details", 1_000), fields: fields, back: context.links.call
            ).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let known = try await known(form, refusal, viewer, context)
            let state = FormState(fields, refusal: refusal)
            let place = try await referents.place(form, in: context.facts)
            return CallPage(
                site: Site(context, "/referent/appel"), state: state, known: known, place: place, heavy: try await heavy(viewer, context)
            ).response(status: 422)
        }
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let spoken = try await referents.spoken(try context.id(HelpRequest.self), by: viewer.actor, in: context.facts)
        let advice = try await capacity.advice(on: spoken.request, in: context.facts)
        return CallNotedPage(site: Site(context, "/referent/appel"), spoken: spoken, advice: advice).response()
    }

    private func heavy(_ viewer: Viewer, _ context: TownContext) async throws -> Capacity.Heavy {
        try await capacity.heavy(by: viewer.actor, in: context.facts)
    }

    /// Those with this number, once it is whole and there is a choice to make or one was made.
    private func known(
        _ form: CallForm, _ refusal: Refusal, _ viewer: Viewer, _ context: TownContext
    ) async throws -> [KnownCaller] {
        guard let phone = form.phone, form.known != nil || refusal.fields.contains(where: { $0.name == "known" }) else { return [] }
        return try await referents.callers(with: phone, by: viewer.actor, in: context.facts)
    }
}
