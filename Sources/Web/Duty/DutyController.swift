import Domain
import Hummingbird
import UseCases

/// `/conciergerie/permanence`: a week of the roster, and who is on.
struct DutyController: Sendable {
    let duties: DutyKeeping

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(week(request), FormState(), context, isDone: request.uri.queryParameters["fait"] != nil).response()
    }

    /// The same week on paper.
    func sheet(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let roster = try await duties.roster(week(request), by: viewer.actor, in: context.facts)
        return DutySheetPage(site: Site(context, "/conciergerie/permanence/affiche"), roster: roster).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, fields, week) = try await sent(request, context)
        do {
            try await duties.add(DutyForm(fields), by: viewer.actor, in: context.facts)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await page(week, FormState(fields, refusal: refusal), context).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await page(week, FormState(fields, refusal: refusal), context).response(status: 409)
        }
        let day = CivilDay(fields["day"] ?? "").map(CivilWeek.init)
        return done(day ?? week, context)
    }

    func copy(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, _, week) = try await sent(request, context)
        guard let week else { throw Refusal.notFound }
        try await duties.copy(week, by: viewer.actor, in: context.facts)
        return done(week.adding(weeks: 1), context)
    }

    func take(_ request: Request, _ context: TownContext) async throws -> Response {
        try await change(request, context) { id, viewer, _ in try await duties.take(id, by: viewer.actor, in: context.facts) }
    }

    func leave(_ request: Request, _ context: TownContext) async throws -> Response {
        try await change(request, context) { id, viewer, _ in try await duties.leave(id, by: viewer.actor, in: context.facts) }
    }

    func put(_ request: Request, _ context: TownContext) async throws -> Response {
        try await change(request, context) { id, viewer, fields in
            try await duties.put(DutyForm(fields), on: id, by: viewer.actor, in: context.facts)
        }
    }

    func remove(_ request: Request, _ context: TownContext) async throws -> Response {
        try await change(request, context) { id, viewer, _ in try await duties.remove(id, by: viewer.actor, in: context.facts) }
    }

    /// What is refused is said on top of the week: each shift has a form of its own, which shows again how it stands.
    private func change(
        _ request: Request, _ context: TownContext, _ change: (ID<Duty>, Viewer, [String: String]) async throws -> Void
    ) async throws -> Response {
        let (viewer, fields, week) = try await sent(request, context)
        do {
            try await change(try context.id(), viewer, fields)
        } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .conflict {
            let said = refusal.fields.first.map { Refusal(refusal.kind, $0.key, $0.arguments) } ?? refusal
            return try await page(week, FormState(refusal: said), context).response(status: ErrorAnswer.status(of: refusal.kind))
        }
        return done(week, context)
    }

    private func sent(_ request: Request, _ context: TownContext) async throws -> (Viewer, [String: String], CivilWeek?) {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        return (viewer, body.fields.filter { DutyForm.names.contains($0.key) }, body["semaine"].flatMap { CivilWeek($0) })
    }

    private func week(_ request: Request) -> CivilWeek? { request.uri.queryParameters["semaine"].flatMap { CivilWeek(String($0)) } }

    private func done(_ week: CivilWeek?, _ context: TownContext) -> Response {
        .seeOther(week.map { context.links.duties($0) + "&fait=1" } ?? context.links.duties + "?fait=1")
    }

    private func page(_ week: CivilWeek?, _ state: FormState, _ context: TownContext, isDone: Bool = false) async throws -> DutyPage {
        let viewer = try context.atDesk()
        let roster = try await duties.roster(week, by: viewer.actor, in: context.facts)
        return DutyPage(
            site: Site(context, "/conciergerie/permanence"), roster: roster, viewer: viewer.actor, state: state, isDone: isDone)
    }
}
