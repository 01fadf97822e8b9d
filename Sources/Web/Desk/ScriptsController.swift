import Domain
import Hummingbird
import UseCases

/// What the desk says in each kind of call, kept by administrators.
struct ScriptsController: Sendable {
    let keeping: ScriptKeeping

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let entries = try await keeping.all(by: viewer.actor, in: context.facts)
        let isSaved = request.uri.queryParameters["fait"] != nil
        return ScriptsPage(site: site(context), entries: entries, isSaved: isSaved).response()
    }

    func new(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.administrator)
        return ScriptFormPage(site: site(context), entry: nil, state: FormState(["shown": "yes"])).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response { try await save(nil, request, context) }

    func edit(_ request: Request, _ context: TownContext) async throws -> Response {
        let entry = try await entry(context)
        let words = ScriptWords(t: context.t)
        let fields = ["title": words.title(entry), "words": words.words(entry), "shown": entry.isShown ? "yes" : ""]
        return ScriptFormPage(site: site(context), entry: entry, state: FormState(fields)).response()
    }

    func update(_ request: Request, _ context: TownContext) async throws -> Response {
        try await save(try await entry(context), request, context)
    }

    func reset(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        try await keeping.reset(try await entry(context).key, by: viewer.actor, in: context.facts)
        return .seeOther(context.links.scripts + "?fait=1")
    }

    private func save(_ entry: ScriptKeeping.Entry?, _ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.administrator)
        let form = CallScriptForm(try await FormBody(request).fields)
        do {
            try await keeping.save(form, as: entry?.key, by: viewer.actor, in: context.facts)
            return .seeOther(context.links.scripts + "?fait=1")
        } catch let refusal as Refusal where refusal.kind == .invalid {
            let state = FormState(form.fields, refusal: refusal)
            return ScriptFormPage(site: site(context), entry: entry, state: state).response(status: 422)
        }
    }

    private func entry(_ context: TownContext) async throws -> ScriptKeeping.Entry {
        let viewer = try context.staff(.administrator)
        return try await keeping.find(context.parameters.get("key").map { String($0) } ?? "", by: viewer.actor, in: context.facts)
    }

    private func site(_ context: TownContext) -> Site { Site(context, "/administration/reponses") }
}
