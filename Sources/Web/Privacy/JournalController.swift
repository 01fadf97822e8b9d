import Domain
import Hummingbird
import UseCases

/// `/dpo`: the journal, by page and as a file; a name on request only.
struct JournalController: Sendable {
    let desk: JournalDesk

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let (filter, fields) = chosen(request, context)
        let before = request.uri.queryParameters["avant"].flatMap { Int64($0) }
        let page = try await desk.page(filter, before: before, by: viewer.actor, in: context.town)
        return JournalPage(site: Site(context, "/dpo"), page: page, fields: fields).response()
    }

    func csv(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let lines = try await desk.sheet(chosen(request, context).filter, by: viewer.actor, in: context.town)
        let words = JournalWords(t: context.t)
        let sheet = SheetText.of([words.columns] + lines.map(words.cells))
        return .bytes(
            Array(sheet.utf8), type: "text/csv; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"journal-\(context.town.slug).csv\""])
    }

    /// A question first: looking changes the journal, so opening a link is not enough.
    func ask(_ request: Request, _ context: TownContext) async throws -> Response {
        _ = try context.staff(.dpo)
        return JournalNamePage(site: Site(context, "/dpo"), number: try number(context), name: nil).response()
    }

    func name(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.staff(.dpo)
        let number = try number(context)
        let name = try await desk.name(behind: number, by: viewer.actor, in: context.town)
        return JournalNamePage(site: Site(context, "/dpo"), number: number, name: name).response()
    }

    private func number(_ context: TownContext) throws -> Int64 {
        guard let number = context.parameters.get("number").flatMap({ Int64($0) }) else { throw Refusal.notFound }
        return number
    }

    private func chosen(_ request: Request, _ context: TownContext) -> (filter: JournalFilter, fields: [String: String]) {
        let query = request.uri.queryParameters
        let fields = Dictionary(
            uniqueKeysWithValues: ["du", "au", "acte", "role", "acteur", "sujet"].map { ($0, query[$0[...]].map(String.init) ?? "") })
        return (JournalFilter(fields, in: context.town.timeZone), fields)
    }
}
