import Domain
import Hummingbird
import Localization
import UseCases

/// Taking up an invitation: the link of a mail, or the code of a letter. GET only shows.
struct InvitationController: Sendable {
    let accepting: Accepting
    let throttle: Throttle
    let cookies: SessionCookies

    /// Where the code of a letter is typed.
    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let isNoted = request.uri.queryParameters["fait"] == "note"
        let isDeclined = request.uri.queryParameters["fait"] == "refus"
        if isNoted || isDeclined {
            return InvitationDonePage(site: Site(context, "/invitation"), isDeclined: isDeclined).response()
        }
        return InvitationCodePage(site: Site(context, "/invitation"), state: FormState()).response()
    }

    func open(_ request: Request, _ context: TownContext) async throws -> Response {
        let body = try await FormBody(request)
        try throttle.take(.wrongToken, context.network)
        guard let code = InvitationCode(body["code"] ?? ""), try await accepting.show(.code(code), in: context.town) != nil else {
            let state = FormState(body.fields, refusal: .invalid("code", "refusal.invitationCode"))
            return InvitationCodePage(site: Site(context, "/invitation"), state: state).response(status: 422)
        }
        return .seeOther(context.links.invitation(code.text))
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let page = try await page(context, FormState()) else { return try dead(context) }
        return page
    }

    func accept(_ request: Request, _ context: TownContext) async throws -> Response {
        let body = try await FormBody(request)
        guard let door = door(context), let shown = try await accepting.show(door, in: context.town) else { return try dead(context) }
        do {
            let answer =
                shown.invitation.kind == .helper
                ? try await join(door, body, request, context) : try await take(door, body, request, context)
            return try answer ?? dead(context)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, FormState(body.fields, refusal: refusal), status: 422) ?? dead(context)
        }
    }

    func decline(_ request: Request, _ context: TownContext) async throws -> Response {
        if let door = door(context) { try await accepting.declineHelping(door, in: context.town) }
        return .seeOther(context.links.invitation + "?fait=refus")
    }

    private func take(_ door: InvitationDoor, _ body: FormBody, _ request: Request, _ context: TownContext) async throws -> Response? {
        let taken = try await accepting.takeRole(
            door, body.fields, language: context.t.language.rawValue, from: cookies.browser(request, context), in: context.town)
        guard let (role, entry) = taken else { return nil }
        let links = context.links
        let start =
            switch role.kind {
            case .referent: links.referent
            case .moderator: links.moderation
            case .administrator: links.administration
            case .dpo: links.dpo
            case .operator: links.desk
            }
        return cookies.answer(entry, returningTo: start, context)
    }

    private func join(_ door: InvitationDoor, _ body: FormBody, _ request: Request, _ context: TownContext) async throws -> Response? {
        let browser = cookies.browser(request, context)
        switch try await accepting.joinHelpers(
            door, body.fields, language: context.t.language.rawValue, from: browser, in: context.town)
        {
        case .inside(let entry): return cookies.answer(entry, returningTo: context.links.availability, context)
        case .noted: return .seeOther(context.links.invitation + "?fait=note")
        case nil: return nil
        }
    }

    private func page(_ context: TownContext, _ state: FormState, status: Int = 200) async throws -> Response? {
        guard let door = door(context), let shown = try await accepting.show(door, in: context.town) else { return nil }
        let (site, secret) = (Site(context, "/invitation"), context.parameters.get("secret") ?? "")
        return shown.invitation.kind == .helper
            ? HelperInvitationPage(site: site, secret: secret, shown: shown, state: state).response(status: status)
            : RoleInvitationPage(site: site, secret: secret, shown: shown, state: state).response(status: status)
    }

    private func door(_ context: TownContext) -> InvitationDoor? { context.parameters.get("secret").flatMap { InvitationDoor($0) } }

    /// Pressed twice, it took the first time.
    private func dead(_ context: TownContext) throws -> Response {
        guard context.viewer == nil else { return .seeOther(context.links.account) }
        try throttle.take(.wrongToken, context.network)
        return InvitationDeadPage(site: Site(context, "/invitation")).response(status: 404)
    }
}
