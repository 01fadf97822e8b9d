import Domain
import Hummingbird
import Secrets
import UseCases

/// One mandate for whoever has a part in it: `/mandats/{id}` signed in, `/mandat/{token}` by a link.
struct MandateController: Sendable {
    let mandating: Mandating
    let throttle: Throttle

    private struct Way {
        let door: MandateDoor
        let pages: MandatePages
    }

    private func way(_ context: TownContext) throws -> Way {
        if let text = context.parameters.get("token") {
            guard let token = Token(text: text) else { throw LinkGuard(throttle: throttle).wrongLink(context) }
            return Way(door: .link(token), pages: MandatePages(context.links, token: text))
        }
        let viewer = try context.signedIn()
        let id: ID<Mandate> = try context.id(Mandate.self, "mandate")
        return Way(door: .account(id, viewer), pages: MandatePages(context.links, id))
    }

    func acts(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(context, FormState(), done: request.uri.queryParameters["fait"].map(String.init)).response()
    }

    func proof(_ request: Request, _ context: TownContext) async throws -> Response {
        let way = try way(context)
        let (line, hearer, now) = try await guarded(context) { try await mandating.proof(through: way.door, in: context.facts) }
        return MandateProofPage(site: Site(context, "/mandats"), line: line, confirmedBy: hearer, now: now).response()
    }

    /// One tap.
    func revoke(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let way = try way(context)
        try await guarded(context) { try await mandating.revoke(through: way.door, in: context.facts) }
        return .seeOther((way.pages.isByLink ? way.pages.root : context.links.ownMandates) + "?fait=fin")
    }

    func admit(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let way = try way(context)
        let fields = try await FormBody(request).fields.filter { MandateReaderForm.names.contains($0.key) }
        do {
            try await guarded(context) { try await mandating.admit(MandateReaderForm(fields), through: way.door, in: context.facts) }
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, FormState(fields, refusal: refusal)).response(status: 422)
        }
        return .seeOther(way.pages.acts + "?fait=lecteur")
    }

    func dismissReader(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let way = try way(context)
        try await guarded(context) { try await mandating.dismissReader(through: way.door, in: context.facts) }
        return .seeOther(way.pages.acts + "?fait=lecteur-fin")
    }

    private func page(_ context: TownContext, _ state: FormState, done: String? = nil) async throws -> MandateActsPage {
        let way = try way(context)
        let acts = try await guarded(context) { try await mandating.acts(through: way.door, in: context.facts) }
        return MandateActsPage(site: Site(context, "/mandats"), acts: acts, pages: way.pages, state: state, done: done)
    }

    private func guarded<T>(_ context: TownContext, _ body: () async throws -> T) async throws -> T {
        try await LinkGuard(throttle: throttle).guarded(context, body)
    }
}
