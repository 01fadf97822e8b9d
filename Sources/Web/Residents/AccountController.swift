import Domain
import Hummingbird
import Localization
import Secrets
import UseCases

/// `/mon-compte`: profile, address, sessions, requests.
struct AccountController: Sendable {
    let account: Account
    let signingIn: SigningIn
    let throttle: Throttle
    let cookies: SessionCookies

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(context, done: request.uri.queryParameters["fait"].map(String.init)).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        do {
            try await account.save(ProfileForm(body.fields), of: viewer, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let place = try await account.place(ProfileForm(body.fields), in: context.facts)
            return try await page(context, profile: FormState(body.fields, refusal: refusal), place: place).response(status: 422)
        }
        // The language that was just chosen is the one spoken from now on, in this browser too.
        let language = Language(rawValue: body["language"] ?? "") ?? context.t.language
        let cookie = cookies.jar(context).line(.lang, language.rawValue, seconds: 31_536_000)
        return .seeOther(context.links.account + "?fait=profil", cookies: [cookie])
    }

    func requests(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let own = try await account.requests(of: viewer, in: context.town)
        return OwnRequestsPage(site: Site(context, "/mon-compte/demandes"), requests: own).response()
    }

    func endSession(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        guard let id = ID<Session>(text: context.parameters.get("id") ?? "") else { throw Refusal.notFound }
        try await account.endSession(id, of: viewer, in: context.town)
        return .seeOther(context.links.account + "?fait=session")
    }

    func endAllSessions(_ request: Request, _ context: TownContext) async throws -> Response {
        try await account.endAllSessions(of: try context.signedIn(), in: context.town)
        return cookies.forgetting(context, then: context.links.home)
    }

    func askAddress(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        do {
            let email = try SignInForm(email: body["email"]).read()
            try throttle.take(.signIn, context.network)
            try throttle.take(.signInAddress, "\(context.town.id) \(email.normalised)")
            guard try await account.askAddress(email, of: viewer, in: context.town) == .linkSent else {
                return try await signInFirst(viewer, request, context)
            }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, address: FormState(body.fields, refusal: refusal)).response(status: 422)
        }
        return .seeOther(context.links.account + "?fait=adresse")
    }

    /// Back with the address that was kept, after signing in afresh.
    func awaitedAddress(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let email = try await account.awaitedAddress(of: try context.signedIn(), in: context.town) else {
            return .seeOther(context.links.account)
        }
        return AwaitedAddressPage(site: Site(context, "/mon-compte/adresse"), email: email).response()
    }

    private func signInFirst(_ viewer: Viewer, _ request: Request, _ context: TownContext) async throws -> Response {
        guard let present = viewer.person.email else { throw Refusal.notFound }
        try throttle.take(.signInAddress, "\(context.town.id) \(present.normalised)")
        let browser = try await signingIn.ask(
            present, returnPath: context.links.newAddress, browser: cookies.token(.browser, request, context),
            language: viewer.person.language, in: context.town)
        return cookies.awaitingCode(browser, isForAddress: true, context)
    }

    /// Scanners open links: this only shows a button.
    func newAddress(_ request: Request, _ context: TownContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        guard let secret = Token(text: token), let email = try await account.address(of: secret, in: context.town) else {
            return try dead(context)
        }
        return NewAddressPage(site: Site(context, "/mon-compte/adresse"), token: token, email: email).response()
    }

    func proveAddress(_ request: Request, _ context: TownContext) async throws -> Response {
        guard let secret = context.parameters.get("token").flatMap({ Token(text: $0) }),
            try await account.proveAddress(secret, in: context.town)
        else { return try dead(context) }
        return .seeOther(context.viewer == nil ? context.links.signIn : context.links.account + "?fait=adresse-prouvee")
    }

    private func dead(_ context: TownContext) throws -> Response {
        try throttle.take(.wrongToken, context.network)
        return NewAddressPage(site: Site(context, "/mon-compte/adresse"), token: "", email: nil).response(status: 404)
    }

    private func page(
        _ context: TownContext, profile: FormState? = nil, place: PlaceFinding? = nil, address: FormState = FormState(), done: String? = nil
    ) async throws -> AccountPage {
        let viewer = try context.signedIn()
        let overview = try await account.overview(of: viewer, in: context.town)
        let form = ProfileForm(viewer.person, neighbourhood: context.facts.neighbourhood(viewer.person.neighbourhood))
        return AccountPage(
            site: Site(context, "/mon-compte"), overview: overview, session: viewer.session, profile: profile ?? FormState(form.fields),
            place: place, address: address, done: done)
    }
}
