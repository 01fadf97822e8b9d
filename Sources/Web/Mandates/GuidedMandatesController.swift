import Domain
import Hummingbird
import Secrets
import UseCases

/// `/referent/mandats`: whom to hear, what ends soon, and opening one of the structure.
struct GuidedMandatesController: Sendable {
    let mandating: Mandating

    private func site(_ context: TownContext) -> Site { Site(context, "/referent/mandats") }

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let desk = try await mandating.desk(by: viewer.actor, in: context.facts)
        let done = request.uri.queryParameters["fait"].map(String.init)
        return GuidedMandatesPage(site: site(context), desk: desk, done: done).response()
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.guide()
        return NewGuidedMandatePage(site: site(context), state: FormState(MandateForm.start)).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let fields = try await FormBody(request).fields.filter { MandateForm.names.contains($0.key) }
        do {
            let id = try await mandating.open(MandateForm(fields), by: viewer.actor, in: context.facts)
            return .seeOther(context.links.guidedMandate(id))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return NewGuidedMandatePage(site: site(context), state: FormState(fields, refusal: refusal)).response(status: 422)
        }
    }

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(context, FormState()).response()
    }

    /// What the represented person said.
    func record(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let id: ID<Mandate> = try context.id(Mandate.self, "mandate")
        let fields = try await FormBody(request).fields.filter { MandateAnswerForm.names.contains($0.key) }
        do {
            try await mandating.record(MandateAnswerForm(fields), of: id, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.guidedMandates + "?fait=reponse")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(context, FormState(fields, refusal: refusal)).response(status: 422)
        }
    }

    /// A fresh link each time, so it is no page that one looks at twice.
    func letter(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.guide()
        let id: ID<Mandate> = try context.id(Mandate.self, "mandate")
        let (line, hearer, link, now) = try await mandating.letter(id, by: viewer.actor, in: context.facts)
        return MandateProofPage(
            site: site(context), line: line, confirmedBy: hearer, ownLink: mandating.address(of: link, in: context.town), now: now
        ).response()
    }

    private func page(_ context: TownContext, _ state: FormState) async throws -> GuidedMandatePage {
        let viewer = try context.guide()
        let dossier = try await mandating.dossier(try context.id(Mandate.self, "mandate"), by: viewer.actor, in: context.facts)
        return GuidedMandatePage(site: site(context), dossier: dossier, state: state)
    }
}
