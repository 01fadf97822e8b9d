import Domain
import Hummingbird
import Localization
import UseCases

/// `/vos-droits`: anybody asks about their own data, without an account, and gets a receipt with a reference and a date.
struct RightsController: Sendable {
    let desk: RightsDesk
    let throttle: Throttle

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        var values = ["id": desk.newID().text, "kind": request.uri.queryParameters["objet"].map(String.init) ?? ""]
        if let person = context.viewer?.person {
            values["name"] = person.fullName
            values["email"] = person.email?.text
        }
        return page(FormState(values), context).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let fields = try await FormBody(request).fields
        guard let id = fields["id"].flatMap({ ID<RightsRequest>(text: $0) }) else { throw Refusal(.invalid, "refusal.form") }
        // Nobody sees this field; what fills it in is a machine.
        guard fields["website"]?.isEmpty ?? true else { return .seeOther(context.links.rights) }
        do {
            _ = try RightsForm(fields).read()
            try throttle.take(.message, context.network)
            try await desk.ask(RightsForm(fields), id: id, language: context.t.language.rawValue, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.rightsReceipt(id))
    }

    func receipt(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let id = context.parameters.get("id").flatMap({ ID<RightsRequest>(text: $0) }) else { throw Refusal.notFound }
        let receipt = try await desk.receipt(id, in: context.town)
        return RightsReceiptPage(site: Site(context, "/vos-droits"), receipt: receipt).response()
    }

    private func page(_ state: FormState, _ context: TownContext) -> RightsPage {
        RightsPage(site: Site(context, "/vos-droits"), state: state)
    }
}
