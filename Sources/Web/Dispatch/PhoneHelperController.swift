import Domain
import Hummingbird
import Localization
import UseCases

/// A volunteer without e-mail, written down while they are on the telephone.
struct PhoneHelperController: Sendable {
    let dispatch: Dispatch

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.atDesk()
        let isNoted = request.uri.queryParameters["fait"] != nil
        return page(FormState(), context, origin(request.uri.queryParameters["demande"].map(String.init)), isNoted: isNoted).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let form = PhoneHelperForm(body.fields)
        let origin = origin(body["demande"])
        do {
            _ = try await dispatch.writeDown(form, language: context.t.language.rawValue, by: viewer.actor, in: context.facts)
            return .seeOther(origin.map { context.links.dispatch($0) } ?? context.links.phoneHelper + "?fait=1")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(FormState(form.fields, refusal: refusal), context, origin).response(status: 422)
        }
    }

    /// The request for which somebody was looked for.
    private func origin(_ text: String?) -> ID<HelpRequest>? { text.flatMap { ID<HelpRequest>(text: $0) } }

    private func page(
        _ state: FormState, _ context: TownContext, _ origin: ID<HelpRequest>?, isNoted: Bool = false
    ) -> PhoneHelperPage {
        PhoneHelperPage(site: Site(context, "/conciergerie"), state: state, origin: origin, isNoted: isNoted)
    }
}
