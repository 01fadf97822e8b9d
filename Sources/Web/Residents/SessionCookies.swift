import Domain
import Hummingbird
import Secrets
import UseCases

/// The cookies of signing in, and what they say of a browser.
struct SessionCookies: Sendable {
    let isSecure: Bool

    func jar(_ context: TownContext) -> CookieJar { CookieJar(isSecure: isSecure, town: context.town.slug) }

    /// The browser that asks, with the session it has.
    func browser(_ request: Request, _ context: TownContext) -> Browser {
        Browser(device: DeviceName.of(request.headers[.userAgent]), previous: token(.session, request, context))
    }

    func token(_ name: CookieJar.Name, _ request: Request, _ context: TownContext) -> Token? {
        jar(context).read(name, from: request).flatMap { Token(text: $0) }
    }

    /// Where somebody goes who has just signed in, with the new session's cookie.
    func answer(_ entry: Entry, returningTo path: String? = nil, _ context: TownContext) -> Response {
        let links = context.links
        let back = LocalPath(entry.returnPath ?? path, inside: context.base)?.text
        let suffix = back.map { "?retour=\(Query.encoded($0))" } ?? ""
        let target =
            switch entry.next {
            case .inside: back ?? links.account
            case .choice: links.signInChoice + suffix
            case .welcome: links.welcome + suffix
            }
        let jar = jar(context)
        return .seeOther(
            target, cookies: [jar.line(.session, entry.session.text, seconds: entry.seconds), jar.line(.browser, "", seconds: 0)])
    }

    /// To where the code of a mail is typed: it works in the browser that asked for it.
    func awaitingCode(_ browser: Token, isForAddress: Bool = false, _ context: TownContext) -> Response {
        let seconds = Int(SignIn.lifetime.components.seconds)
        return .seeOther(
            context.links.signInCode + (isForAddress ? "?pour=adresse" : ""),
            cookies: [jar(context).line(.browser, browser.text, seconds: seconds)])
    }

    func forgetting(_ context: TownContext, then path: String) -> Response {
        .seeOther(path, cookies: [jar(context).line(.session, "", seconds: 0)])
    }
}
