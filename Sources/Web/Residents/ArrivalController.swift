import Domain
import Hummingbird
import Localization
import UseCases

/// Saying who one is among those who share an address; or making oneself known; and leaving.
struct ArrivalController: Sendable {
    let arriving: Arriving
    let signedIn: SignedIn
    let cookies: SessionCookies

    func choice(_ request: Request, _ context: TownContext) async throws -> Response {
        guard context.viewer == nil else { return .seeOther(context.links.account) }
        let newcomer = try await newcomer(request, context)
        return choicePage(newcomer, FormState(["retour": back(request)]), context).response()
    }

    func choose(_ request: Request, _ context: TownContext) async throws -> Response {
        guard context.viewer == nil else { return .seeOther(context.links.account) }
        let body = try await FormBody(request)
        let newcomer = try await newcomer(request, context)
        if body["person"] == "new" {
            let path = LocalPath(body["retour"], inside: context.base).map { "?retour=\(Query.encoded($0.text))" } ?? ""
            return .seeOther(context.links.welcome + path)
        }
        do {
            let entry = try await arriving.choose(
                ID(text: body["person"] ?? ""), from: cookies.browser(request, context), in: context.town)
            return cookies.answer(entry, returningTo: body["retour"], context)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return choicePage(newcomer, FormState(body.fields, refusal: refusal), context).response(status: 422)
        }
    }

    func welcome(_ request: Request, _ context: TownContext) async throws -> Response {
        guard context.viewer == nil else { return .seeOther(context.links.account) }
        _ = try await newcomer(request, context)
        let state = FormState(["retour": back(request), "language": context.t.language.rawValue])
        return WelcomePage(site: Site(context, "/bienvenue"), state: state).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        guard context.viewer == nil else { return .seeOther(context.links.account) }
        let body = try await FormBody(request)
        do {
            let entry = try await arriving.welcome(
                WelcomeForm(body.fields), language: context.t.language.rawValue, from: cookies.browser(request, context), in: context.facts)
            return cookies.answer(entry, returningTo: body["retour"], context)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return WelcomePage(site: Site(context, "/bienvenue"), state: FormState(body.fields, refusal: refusal)).response(status: 422)
        }
    }

    func signOut(_ request: Request, _ context: TownContext) async throws -> Response {
        if let token = cookies.token(.session, request, context) { try await signedIn.end(token, in: context.town) }
        return cookies.forgetting(context, then: context.links.home)
    }

    private func newcomer(_ request: Request, _ context: TownContext) async throws -> Arriving.Newcomer {
        guard let token = cookies.token(.session, request, context),
            let newcomer = try await arriving.newcomer(token, in: context.town)
        else { throw Refusal.signInFirst }
        return newcomer
    }

    private func choicePage(_ newcomer: Arriving.Newcomer, _ state: FormState, _ context: TownContext) -> WhoAreYouPage {
        WhoAreYouPage(
            site: Site(context, "/connexion"), people: newcomer.residents.map { .init(id: $0.id, name: $0.shownName) }, state: state)
    }

    private func back(_ request: Request) -> String { request.uri.queryParameters["retour"].map(String.init) ?? "" }
}
