import Domain
import Hummingbird
import UseCases

/// `/conciergerie/papier/saisie`: what was written on paper is entered by its codes.
struct PaperEntryController: Sendable {
    let paper: Paper
    let now: @Sendable () -> Moment

    /// `?code=K7P3G` shows what it stands for; `?fait=K7P3G` says that it was entered.
    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let parameters = request.uri.queryParameters
        let typed = parameters["code"].map(String.init) ?? ""
        var page = page(FormState(["code": typed]), context)
        if let code = parameters["fait"].flatMap({ PaperCode(String($0)) }) {
            page.done = (code, parameters["suite"].flatMap { PaperResult(rawValue: String($0)) })
        }
        guard !typed.isEmpty else { return page.response() }
        do {
            page.found = try await paper.find(typed, by: viewer.actor, in: context.facts)
            return page.response()
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return self.page(FormState(["code": typed], refusal: refusal), context).response(status: 422)
        }
    }

    /// A code was typed: an intake sheet becomes a call at once, a row is shown.
    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let typed = body["code"] ?? ""
        do {
            let found = try await paper.find(typed, by: viewer.actor, in: context.facts, isShown: false)
            guard found.slip.isIntake, found.slip.entry == nil else { return .seeOther(context.links.paperEntry(found.slip.code)) }
            let taken = try PaperTime.read(day: body["day"], time: body["time"], now: now(), in: context.town.timeZone)
            let call = try await paper.begin(typed, takenAt: taken, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.call(call))
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return .seeOther(PaperCode(typed).map(context.links.paperEntry) ?? context.links.paperEntry)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return page(FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
    }

    /// What was ticked on a row; then comes the next sheet of the pile.
    func note(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let typed = body["code"] ?? ""
        do {
            let slip = try await paper.note(body["result"], of: typed, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.paperEntered(slip.code, slip.entry?.result))
        } catch let refusal as Refusal where refusal.kind == .conflict && refusal.key == "refusal.paperEntered" {
            return .seeOther(PaperCode(typed).map(context.links.paperEntry) ?? context.links.paperEntry)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            var page = page(FormState(body.fields, refusal: refusal), context)
            if refusal.fields.first?.name == "result" { page.found = try await paper.find(typed, by: viewer.actor, in: context.facts) }
            return page.response(status: 422)
        }
    }

    private func page(_ state: FormState, _ context: TownContext) -> PaperEntryPage {
        PaperEntryPage(
            site: Site(context, "/conciergerie/papier/saisie"), state: state,
            today: CivilDay(now(), in: context.town.timeZone).typed)
    }
}
