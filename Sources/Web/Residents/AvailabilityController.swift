import Domain
import Hummingbird
import Localization
import UseCases

/// `/mon-compte/disponibilites`, the pause, the charter, the wish to be met.
struct AvailabilityController: Sendable {
    let keeping: AvailabilityKeeping
    let trust: Trust

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(context, done: request.uri.queryParameters["fait"].map(String.init)).response()
    }

    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        var fields = body.fields
        for list in ["categories", "days", "languages"] { fields[list] = body.all(list).joined(separator: ",") }
        do {
            let helper = try await keeping.save(AvailabilityForm(fields), of: viewer, in: context.facts)
            let next =
                helper.hasAccepted(charter: context.town.settings.charterVersion) ? context.links.availability : context.links.charter
            return .seeOther(next + "?fait=disponibilites")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, form: FormState(fields, refusal: refusal)).response(status: 422)
        }
    }

    func pause(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        do {
            try await keeping.pause(PauseForm(body.fields), of: viewer, in: context.town)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, pause: FormState(body.fields, refusal: refusal)).response(status: 422)
        }
        return .seeOther(context.links.availability + "?fait=pause")
    }

    func resume(_ request: Request, _ context: TownContext) async throws -> Response {
        try await keeping.resume(try context.signedIn(), in: context.town)
        return .seeOther(context.links.availability + "?fait=reprise")
    }

    func welcomeAgain(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let key = try await FormBody(request)["category"] ?? ""
        try await keeping.welcomeAgain(key, of: viewer, in: context.facts)
        return .seeOther(context.links.availability + "?fait=type")
    }

    func stop(_ request: Request, _ context: TownContext) async throws -> Response {
        try await keeping.stop(try context.signedIn(), in: context.town)
        return .seeOther(context.links.availability + "?fait=arret")
    }

    func charter(_ request: Request, _ context: TownContext) async throws -> Response {
        try await charterPage(
            context, done: request.uri.queryParameters["fait"].map(String.init),
            back: request.uri.queryParameters["retour"].map(String.init))
    }

    func acceptCharter(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        guard body["charter"] == "yes" else {
            return try await charterPage(context, refusal: .invalid("charter", "refusal.charter"), back: body["retour"])
        }
        do {
            try await trust.acceptCharter(
                Int(body["version"] ?? "") ?? 0, by: viewer, language: context.t.language.rawValue, in: context.town)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await charterPage(context, refusal: refusal, back: body["retour"])
        }
        let back = LocalPath(body["retour"], inside: context.base)?.text
        return .seeOther(back ?? context.links.availability + "?fait=charte")
    }

    func askMeeting(_ request: Request, _ context: TownContext) async throws -> Response {
        try await trust.askMeeting(try context.signedIn(), in: context.facts)
        return .seeOther(context.links.availability + "?fait=rencontre")
    }

    /// Who helps nobody yet says first when and for what.
    private func charterPage(_ context: TownContext, refusal: Refusal? = nil, done: String? = nil, back: String? = nil)
        async throws -> Response
    {
        let standing = try await keeping.standing(of: try context.signedIn(), in: context.facts)
        guard let helper = standing.helper else { return .seeOther(context.links.availability) }
        let page = CharterPage(
            site: Site(context, "/mon-compte/charte"), helper: helper, state: FormState([:], refusal: refusal), done: done,
            back: LocalPath(back, inside: context.base)?.text)
        return page.response(status: refusal == nil ? 200 : 422)
    }

    private func page(
        _ context: TownContext, form: FormState? = nil, pause: FormState = FormState(), done: String? = nil
    ) async throws -> AvailabilityPage {
        let standing = try await keeping.standing(of: try context.signedIn(), in: context.facts)
        return AvailabilityPage(
            site: Site(context, "/mon-compte/disponibilites"), standing: standing, state: form ?? FormState(standing.form.fields),
            pause: pause, done: done)
    }
}
