import Domain
import Hummingbird
import UseCases

/// What a browser left open must not give away asks for a new sign-in first (O-14): a code goes to the person's address, and they come back.
struct FreshSignIn: Sendable {
    let signingIn: SigningIn
    let throttle: Throttle
    let cookies: SessionCookies
    let now: @Sendable () -> Moment

    func isNeeded(_ viewer: Viewer) -> Bool { !viewer.isFresh(now()) }

    func ask(_ viewer: Viewer, returningTo path: String, _ request: Request, _ context: TownContext) async throws -> Response {
        guard let email = viewer.person.email else { throw Refusal.notFound }
        try throttle.take(.signInAddress, "\(context.town.id) \(email.normalised)")
        let browser = try await signingIn.ask(
            email, returnPath: path, browser: cookies.token(.browser, request, context), language: viewer.person.language,
            in: context.town)
        return cookies.awaitingCode(browser, context)
    }
}
