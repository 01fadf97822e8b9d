import Domain
import Hummingbird
import Localization
import UseCases

/// « Signaler »: the text or the person that somebody sees, a reason, and it is sent.
struct ReportsController: Sendable {
    let reporting: Reporting
    let entrance: TrackingEntrance

    /// What is reported, and the addresses of its page.
    private struct Way {
        let door: ReportDoor
        let action: String
        let back: String
        var message: ID<Message>?
        /// Whoever is known need not say where to be told.
        var isKnown = true
    }

    func showNeed(_ request: Request, _ context: TownContext) async throws -> Response { try await show(need(context), context) }
    func sendNeed(_ request: Request, _ context: TownContext) async throws -> Response {
        try await send(need(context), try await FormBody(request), context)
    }

    func showOffer(_ request: Request, _ context: TownContext) async throws -> Response { try await show(offer(context), context) }
    func sendOffer(_ request: Request, _ context: TownContext) async throws -> Response {
        try await send(offer(context), try await FormBody(request), context)
    }

    /// `?message=ID`: one message; else the other person.
    func showMeeting(_ request: Request, _ context: TownContext) async throws -> Response {
        try await show(meeting(request.uri.queryParameters["message"].map(String.init), context), context)
    }
    func sendMeeting(_ request: Request, _ context: TownContext) async throws -> Response {
        let body = try await FormBody(request)
        return try await send(meeting(body["message"], context), body, context)
    }

    private func need(_ context: TownContext) throws -> Way {
        let id: ID<HelpRequest> = try context.id()
        return Way(
            door: .request(id, context.actor), action: context.links.report(need: id), back: context.links.need(id),
            isKnown: context.viewer != nil)
    }

    private func offer(_ context: TownContext) throws -> Way {
        let id: ID<Offer> = try context.id()
        return Way(
            door: .offer(id, context.actor), action: context.links.report(offer: id), back: context.links.offer(id),
            isKnown: context.viewer != nil)
    }

    private func meeting(_ message: String?, _ context: TownContext) throws -> Way {
        let way = try ConversationsController.way(context, entrance)
        let id = try message.flatMap { $0.isEmpty ? nil : $0 }.map { text in
            guard let id = ID<Message>(text: text) else { throw Refusal.notFound }
            return id
        }
        return Way(door: .conversation(way.door, id), action: way.report, back: way.root, message: id)
    }

    private func show(_ way: Way, _ context: TownContext) async throws -> Response {
        try await page(way, FormState(), context).response()
    }

    private func send(_ way: Way, _ body: FormBody, _ context: TownContext) async throws -> Response {
        // Nobody sees this field; what fills it in is a machine, which is told that all went well.
        guard body["website"]?.isEmpty ?? true else { return .seeOther(context.links.reportSent) }
        do {
            let form = try ReportForm(body.fields)
            try entrance.throttle.take(.report, context.network)
            try await entrance.guarded(context) {
                try await reporting.report(
                    form, id: body["id"].flatMap { ID(text: $0) }, through: way.door, language: context.t.language.rawValue,
                    in: context.facts)
            }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(way, FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
        return .seeOther(context.links.reportSent)
    }

    private func page(_ way: Way, _ state: FormState, _ context: TownContext) async throws -> ReportPage {
        let (subject, next) = try await entrance.guarded(context) { try await reporting.subject(through: way.door, in: context.facts) }
        return ReportPage(
            site: Site(context, "/signaler"), subject: subject, id: next, message: way.message, action: way.action, back: way.back,
            isKnown: way.isKnown, state: state)
    }
}
