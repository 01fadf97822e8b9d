import Domain
import Hummingbird
import UseCases

/// `/contact` and `/signaler`: a message that goes by mail to those who answer for the town.
struct TownMessageController: Sendable {
    let kind: TownMessage.Kind
    let messages: TownMessages
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        var state = FormState(["place": String(request.uri.queryParameters["page"]?.prefix(300) ?? "")])
        if let person = context.viewer?.person {
            state.values["name"] = person.firstName
            state.values["email"] = person.email?.text
            state.values["phone"] = person.phone?.spoken
        }
        return page(state, context).response()
    }

    func send(_ request: Request, _ context: TownContext) async throws -> Response {
        let fields = try await FormBody(request).fields
        // Nobody sees this field; what fills it in is a machine, which is told that all went well.
        guard fields["website"]?.isEmpty ?? true else { return .seeOther(receipt(context)) }
        do {
            _ = try TownMessage(kind, fields)
            try throttle.take(.message, context.network)
            try await messages.send(kind, fields, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(FormState(fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(receipt(context))
    }

    func receipt(_ request: Request, _ context: TownContext) async throws -> Response {
        TownMessageReceiptPage(site: Site(context, path), kind: kind).response()
    }

    private var path: String { kind == .contact ? "/contact" : "/signaler" }
    private func receipt(_ context: TownContext) -> String { "\(context.base)\(path)/recu" }
    private func page(_ state: FormState, _ context: TownContext) -> TownMessagePage {
        TownMessagePage(site: Site(context, path), kind: kind, state: state)
    }
}
