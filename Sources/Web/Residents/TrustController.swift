import Domain
import Hummingbird
import Localization
import UseCases

/// `/referent/confiance`: whom a referent met, how near they may come.
struct TrustController: Sendable {
    let trust: Trust
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        try await list(context, FormState()).response()
    }

    /// An exact address or number; typed in a form that is not kept in any address.
    func search(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.referent, .administrator)
        let body = try await FormBody(request)
        try throttle.take(.code, "search \(viewer.person.id.text)")
        do {
            let found = try await trust.search(try ContactSearch(typed: body["who"]), by: viewer.actor, in: context.town)
            guard !found.isEmpty else { throw Refusal.invalid("who", "refusal.nobodyFound") }
            if let only = found.first, found.count == 1 { return .seeOther(context.links.trust(only.id)) }
            return try await list(context, FormState(body.fields), found: found).response()
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await list(context, FormState(body.fields, refusal: refusal)).response(status: 422)
        }
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(context, FormState(), done: request.uri.queryParameters["fait"].map(String.init)).response()
    }

    func grant(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.referent, .administrator)
        let body = try await FormBody(request)
        let id = try person(context)
        do {
            try await trust.grant(MeetingForm(body.fields), to: id, by: viewer.actor, in: context.town)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, FormState(body.fields, refusal: refusal)).response(status: 422)
        }
        return .seeOther(context.links.trust(id) + "?fait=rencontre")
    }

    func revoke(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.referent, .administrator)
        let id = try person(context)
        try await trust.revoke(from: id, by: viewer.actor, in: context.town)
        return .seeOther(context.links.trust(id) + "?fait=retrait")
    }

    func authorise(_ request: Request, _ context: TownContext) async throws -> Response { try await authorise(true, context) }

    func endAuthorisation(_ request: Request, _ context: TownContext) async throws -> Response { try await authorise(false, context) }

    private func authorise(_ isSeen: Bool, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.referent, .administrator)
        let id = try person(context)
        try await trust.authorise(isSeen, minor: id, by: viewer.actor, in: context.town)
        return .seeOther(context.links.trust(id) + "?fait=autorisation")
    }

    private func person(_ context: TownContext) throws -> ID<Person> {
        guard let id = ID<Person>(text: context.parameters.get("person") ?? "") else { throw Refusal.notFound }
        return id
    }

    private func list(_ context: TownContext, _ state: FormState, found: [Person] = []) async throws -> TrustListPage {
        let viewer = try context.staff(.referent, .administrator)
        let waiting = try await trust.askingToMeet(by: viewer.actor, in: context.town).map { person, helper in
            TrustListPage.Waiting(id: person.id, name: person.shownName, place: helper.neighbourhood, since: helper.meetingAskedAt)
        }
        return TrustListPage(
            site: Site(context, "/referent/confiance"), waiting: waiting, found: found.map { ($0.id, $0.shownName) }, state: state)
    }

    private func page(_ context: TownContext, _ state: FormState, done: String? = nil) async throws -> TrustPage {
        let viewer = try context.staff(.referent, .administrator)
        let dossier = try await trust.dossier(try person(context), by: viewer.actor, in: context.town)
        return TrustPage(
            site: Site(context, "/referent/confiance"), dossier: dossier, isOneself: dossier.person.id == viewer.person.id, state: state,
            done: done)
    }
}
