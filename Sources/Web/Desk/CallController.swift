import Domain
import Hummingbird
import Localization
import UseCases

/// One call: the screen, its draft, its end.
struct CallController: Sendable {
    let desk: Desk
    let placing: Placing
    let capacity: Capacity
    let scripts: ScriptKeeping
    let directory: ServiceDirectory
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let opened = try await desk.open(try context.id(Call.self), by: viewer.actor, in: context.facts)
        if opened.call.state == .ended { return .seeOther(context.links.callEnd(opened.call.id)) }
        if let holder = opened.holder {
            return HeldCallPage(site: Site(context, "/conciergerie"), call: opened.call, holder: holder).response()
        }
        var screen = CallScreen(opened.call, opened.form)
        (screen.repetitions, screen.finding, screen.card) = (opened.repetitions, opened.finding, opened.card)
        return try await page(screen, viewer, context)
    }

    /// Makes the requests.
    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, form, seen) = try await sent(request, context)
        do {
            _ = try await desk.take(
                form, of: id, seen: seen, by: viewer.actor, language: context.t.language.rawValue, in: context.facts)
            return .seeOther(context.links.callEnd(id))
        } catch let concern as TextConcern {
            return GuardPage(
                site: Site(context, "/conciergerie"), concern: concern, action: context.links.call(id),
                text: (concern.field, "ask.details.details", 1_000), fields: form.fields.merging(["version": String(seen)]) { $1 },
                back: context.links.call(id)
            ).response(status: 422)
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await refused(refusal, form, id, seen, viewer, context)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await overtaken(refusal, form, id, viewer, context)
        }
    }

    /// What was typed is kept, and what is wrong with it said.
    func refused(
        _ refusal: Refusal, _ form: CallForm, _ id: ID<Call>, _ seen: Int, _ viewer: Viewer, _ context: TownContext,
        beside typed: [String: String] = [:]
    ) async throws -> Response {
        try await answer(form, id, seen, viewer, context) { saved in
            var screen = CallScreen(saved.call, form, refusal: refusal)
            screen.state.values.merge(typed) { $1 }
            (screen.repetitions, screen.finding) = (saved.repetitions, saved.finding)
            screen.place = try await placing.finding(PlaceForm(form.fields), in: context.facts)
            return try await page(screen, viewer, context, status: 422)
        }
    }

    /// After each pause for the script, which gets a part of the page; by a button without it.
    func save(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, form, seen) = try await sent(request, context)
        let isPart = request.uri.queryParameters["partie"] != nil
        return try await answer(form, id, seen, viewer, context, isPart: isPart) { saved in
            guard isPart else { return .seeOther(context.links.call(id)) }
            var screen = CallScreen(saved.call, form)
            (screen.repetitions, screen.finding) = (saved.repetitions, saved.finding)
            return .html(CallState(site: Site(context, "/conciergerie"), screen: screen).markup)
        }
    }

    func addNeed(_ request: Request, _ context: TownContext) async throws -> Response {
        var (viewer, id, form, seen) = try await sent(request, context)
        form.addNeed()
        let count = form.needCount
        return try await answer(form, id, seen, viewer, context) { _ in .seeOther("\(context.links.call(id))#besoin-\(count)") }
    }

    /// What was typed is kept first: the page of the worry is another one.
    func worry(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, form, seen) = try await sent(request, context)
        return try await answer(form, id, seen, viewer, context) { _ in .seeOther(context.links.newConcern(.call(id))) }
    }

    func keep(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id, form, seen) = try await sent(request, context)
        do {
            try await desk.keep(form, of: id, seen: seen, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.desk + "?fait=attente")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await overtaken(refusal, form, id, viewer, context)
        }
    }

    /// Who is calling, among those who were found.
    func recognise(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.atDesk()
        let body = try await FormBody(request)
        let (id, form, seen) = try read(body, context)
        do {
            try await desk.recognise(
                Desk.Recognition(body["caller"] ?? ""), form, of: id, seen: seen, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.call(id) + "#appelant")
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await overtaken(refusal, form, id, viewer, context)
        }
    }

    func takeOver(_ request: Request, _ context: TownContext) async throws -> Response {
        let (viewer, id) = (try context.atDesk(), try context.id(Call.self))
        try await desk.takeOver(id, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.call(id))
    }

    private func answer(
        _ form: CallForm, _ id: ID<Call>, _ seen: Int, _ viewer: Viewer, _ context: TownContext, isPart: Bool = false,
        _ answer: (Desk.Saved) async throws -> Response
    ) async throws -> Response {
        do {
            let saved = try await desk.save(form, of: id, seen: seen, by: viewer.actor, in: context.facts) { [throttle] in
                (try? throttle.take(.callers, viewer.person.id.text)) != nil
            }
            return try await answer(saved)
        } catch let refusal as Refusal where refusal.kind == .conflict {
            return try await overtaken(refusal, form, id, viewer, context, isPart: isPart)
        }
    }

    /// Somebody wrote meanwhile: what was typed here stays on the screen, what is stored stays stored, and the person chooses.
    func overtaken(
        _ refusal: Refusal, _ form: CallForm, _ id: ID<Call>, _ viewer: Viewer, _ context: TownContext, isPart: Bool = false
    ) async throws -> Response {
        let opened = try await desk.open(id, by: viewer.actor, in: context.facts)
        guard refusal.key == "refusal.callMoved" else {
            if isPart { return .html(LostCall(site: Site(context, "/conciergerie"), call: id, refusal: refusal).markup, status: .conflict) }
            return .seeOther(context.links.call(id))
        }
        var screen = CallScreen(opened.call, form)
        screen.isOvertaken = true
        if isPart { return .html(CallState(site: Site(context, "/conciergerie"), screen: screen).markup, status: .conflict) }
        return try await page(screen, viewer, context, status: 409)
    }

    private func page(_ screen: CallScreen, _ viewer: Viewer, _ context: TownContext, status: Int = 200) async throws -> Response {
        var screen = screen
        screen.heavy = try await capacity.heavy(by: viewer.actor, in: context.facts)
        screen.scripts = try await scripts.all(by: viewer.actor, in: context.facts)
        screen.directory = directory.read(ServiceFilter(), in: context.facts)
        return CallPage(site: Site(context, "/conciergerie"), screen: screen).response(status: status)
    }

    /// Who sends what about which call, as it was typed on which version.
    func sent(_ request: Request, _ context: TownContext) async throws -> (Viewer, ID<Call>, CallForm, Int) {
        let viewer = try context.atDesk()
        let (id, form, seen) = try read(try await FormBody(request), context)
        return (viewer, id, form, seen)
    }

    func read(_ body: FormBody, _ context: TownContext) throws -> (ID<Call>, CallForm, Int) {
        (try context.id(Call.self), CallForm(body.fields), body["version"].flatMap { Int($0) } ?? 0)
    }
}
