import Domain
import Hummingbird
import Localization
import UseCases

/// One request of a referent: seen, agreed to, ended, cancelled, handed over.
struct GuidedRequestController: Sendable {
    let referents: Referents

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let opened = try await opened(context)
        let isDone = request.uri.queryParameters["fait"] != nil
        return GuidedRequestPage(
            site: site(context), opened: opened, isDone: isDone, answered: request.uri.queryParameters["moment"].map(String.init)
        ).response()
    }

    func agreement(_ request: Request, _ context: TownContext) async throws -> Response {
        let opened = try await opened(context)
        guard opened.request.status == .awaitingAgreement else { return back(opened.request.id, context) }
        return AgreementPage(site: site(context), opened: opened, state: FormState()).response()
    }

    func agree(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, fields) = try await posted(request, context, AgreementForm.names)
        return try await done(context, id) {
            try await referents.record(
                AgreementForm(fields), for: id, by: viewer.actor, language: context.t.language.rawValue, in: context.facts)
        } refused: { opened, refusal in
            AgreementPage(site: site(context), opened: opened, state: FormState(fields, refusal: refusal)).response(status: 422)
        }
    }

    func outcome(_ request: Request, _ context: TownContext) async throws -> Response {
        GuidedOutcomePage(site: site(context), opened: try await opened(context), state: FormState()).response()
    }

    func end(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, fields) = try await posted(request, context, ["result", "reason"])
        return try await done(context, id) {
            try await referents.record(OutcomeForm(fields), of: id, by: viewer.actor, in: context.facts)
        } refused: { opened, refusal in
            GuidedOutcomePage(site: site(context), opened: opened, state: FormState(fields, refusal: refusal)).response(status: 422)
        }
    }

    func cancellation(_ request: Request, _ context: TownContext) async throws -> Response {
        GuidedCancellationPage(site: site(context), opened: try await opened(context), state: FormState()).response()
    }

    func cancel(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, fields) = try await posted(request, context, ["reason", "told"])
        return try await done(context, id) {
            guard let reason = fields["reason"].flatMap({ CancelReason(rawValue: $0) }), CancelReason.offered.contains(reason) else {
                throw Refusal.invalid("reason", "refusal.cancelReason")
            }
            try await referents.cancel(id, reason, tells: fields["told"] != "yes", by: viewer.actor, in: context.facts)
        } refused: { opened, refusal in
            GuidedCancellationPage(site: site(context), opened: opened, state: FormState(fields, refusal: refusal)).response(status: 422)
        }
    }

    func restart(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, _) = try await posted(request, context, [])
        return try await done(context, id) { try await referents.restart(id, by: viewer.actor, in: context.facts) }
    }

    func takeInHand(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, _) = try await posted(request, context, [])
        return try await done(context, id) { try await referents.takeInHand(id, by: viewer.actor, in: context.facts) }
    }

    func confirm(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, _) = try await posted(request, context, [])
        return try await done(context, id) { try await referents.confirmHelper(of: id, by: viewer.actor, in: context.facts) }
    }

    /// What the asker, who reads no mail, said on the telephone.
    func decideOnSecond(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, fields) = try await posted(request, context, ["person", "answer"])
        guard let person = fields["person"].flatMap({ ID<Person>(text: $0) }), let answer = fields["answer"],
            ["yes", "no"].contains(answer)
        else { throw Refusal(.invalid, "refusal.badRequest") }
        return try await done(context, id) {
            try await referents.decideOnSecond(person, isYes: answer == "yes", of: id, by: viewer.actor, in: context.facts)
        }
    }

    func recordNoShow(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, _) = try await posted(request, context, [])
        return try await done(context, id) { try await referents.recordNoShow(on: id, by: viewer.actor, in: context.facts) }
    }

    func decideNoShow(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, fields) = try await posted(request, context, ["verdict"])
        guard let verdict = fields["verdict"], ["keep", "strike"].contains(verdict) else { throw Refusal(.invalid, "refusal.badRequest") }
        return try await done(context, id) {
            try await referents.decideNoShow(on: id, keeps: verdict == "keep", by: viewer.actor, in: context.facts)
        }
    }

    func hand(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, fields) = try await posted(request, context, ["owner"])
        guard let owner = fields["owner"].flatMap({ ID<Person>(text: $0) }) else { return back(id, context) }
        try await referents.hand(id, to: owner, by: viewer.actor, in: context.facts)
        // It may be out of one's sight now.
        return .seeOther(viewer.actor.isGuide ? context.links.referent : context.links.desk)
    }

    private func site(_ context: TownContext) -> Site { Site(context, "/referent/demandes") }

    private func opened(_ context: TownContext) async throws -> OpenedRequest {
        let viewer = try context.atDesk()
        return try await referents.open(try context.id(), by: viewer.actor, in: context.facts)
    }

    private func posted(
        _ request: Request, _ context: TownContext, _ names: [String]
    ) async throws -> (Viewer, ID<HelpRequest>, [String: String]) {
        let viewer = try context.atDesk()
        let id: ID<HelpRequest> = try context.id()
        let body = try await FormBody(request)
        return (viewer, id, body.fields.filter { names.contains($0.key) })
    }

    private func back(_ id: ID<HelpRequest>, _ context: TownContext) -> Response { .seeOther(context.links.guidedRequest(id)) }

    private func done(
        _ context: TownContext, _ id: ID<HelpRequest>, _ act: () async throws -> Void,
        refused: ((OpenedRequest, Refusal) -> Response)? = nil
    ) async throws -> Response {
        do {
            try await act()
            return .seeOther(context.links.guidedRequest(id) + "?fait=1")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            guard let refused else { throw refusal }
            return refused(try await opened(context), refusal)
        }
    }
}
