import Domain
import Hummingbird
import Localization
import Secrets
import UseCases

/// Asking for the mail, and coming back with its link or its code. The answers are the same whether or not an account exists.
struct SignInController: Sendable {
    let signingIn: SigningIn
    let throttle: Throttle
    let cookies: SessionCookies

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        let back = LocalPath(request.uri.queryParameters["retour"].map(String.init), inside: context.base)?.text
        guard context.viewer == nil else { return .seeOther(back ?? context.links.account) }
        return SignInPage(site: Site(context, "/connexion"), state: FormState(["retour": back ?? ""])).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let body = try await FormBody(request)
        let email: EmailAddress
        do {
            email = try SignInForm(email: body["email"]).read()
        } catch {
            return SignInPage(site: Site(context, "/connexion"), state: FormState(body.fields, refusal: error)).response(status: 422)
        }
        try throttle.take(.signIn, context.network)
        try throttle.take(.signInAddress, "\(context.town.id) \(email.normalised)")
        let browser = try await signingIn.ask(
            email, returnPath: LocalPath(body["retour"], inside: context.base)?.text, browser: cookies.token(.browser, request, context),
            language: context.t.language.rawValue, in: context.town)
        return cookies.awaitingCode(browser, context)
    }

    func code(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let secret = cookies.token(.browser, request, context),
            let email = try await signingIn.address(awaitedBy: secret, in: context.town)
        else { return .seeOther(context.viewer == nil ? context.links.signIn : context.links.account) }
        let isForAddress = request.uri.queryParameters["pour"] == "adresse"
        let site = Site(context, "/connexion/code")
        return SignInCodePage(site: site, email: email, state: FormState(), isForAddress: isForAddress).response()
    }

    func enterCode(_ request: Request, _ context: TownContext) async throws -> Response {
        let body = try await FormBody(request)
        try throttle.take(.code, context.network)
        guard let secret = cookies.token(.browser, request, context) else {
            return .seeOther(context.viewer == nil ? context.links.signIn : context.links.account)
        }
        let email = try await signingIn.address(awaitedBy: secret, in: context.town)
        let answer = try await signingIn.enter(
            typing: body["code"] ?? "", awaitedBy: secret, from: cookies.browser(request, context), in: context.town)
        switch answer {
        case .entered(let entry): return cookies.answer(entry, context)
        case .wrong(let left): return refused("refusal.code", ["left": String(left)], email, context)
        case .over: return refused("refusal.codeOver", [:], email, context)
        }
    }

    /// Scanners open links: this only shows a button.
    func link(_ request: Request, _ context: TownContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        guard let link = Token(text: token), let email = try await signingIn.address(of: link, in: context.town) else {
            return try dead(context)
        }
        return SignInLinkPage(site: Site(context, "/connexion"), token: token, email: email).response()
    }

    func enterLink(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let link = context.parameters.get("token").flatMap({ Token(text: $0) }),
            let entry = try await signingIn.enter(by: link, from: cookies.browser(request, context), in: context.town)
        else { return try dead(context) }
        return cookies.answer(entry, context)
    }

    private func dead(_ context: TownContext) throws -> Response {
        guard context.viewer == nil else { return .seeOther(context.links.account) }
        try throttle.take(.wrongToken, context.network)
        return SignInLinkPage(site: Site(context, "/connexion"), token: "", email: nil).response(status: 404)
    }

    private func refused(_ key: String, _ arguments: [String: String], _ email: EmailAddress?, _ context: TownContext) -> Response {
        let state = FormState([:], refusal: .invalid("code", key, arguments))
        return SignInCodePage(site: Site(context, "/connexion/code"), email: email, state: state).response(status: 422)
    }
}
