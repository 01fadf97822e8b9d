import Domain
import Hummingbird
import UseCases

/// `/mon-compte/donnees`: everything we know of who asks, to read, print or take away.
struct OwnDataController: Sendable {
    let exporting: Exporting
    let fresh: FreshSignIn
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        return OwnDataPage(site: Site(context, "/mon-compte/donnees"), needsSignIn: fresh.isNeeded(viewer)).response()
    }

    /// A POST, so that no scanner and no « back » makes one: each export is journaled.
    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let body = try await FormBody(request)
        try throttle.take(.write, viewer.person.id.text)
        if fresh.isNeeded(viewer) { return try await fresh.ask(viewer, returningTo: context.links.ownData, request, context) }
        let file = try await exporting.file(of: viewer, in: context.facts)
        guard body["format"] == "json" else {
            return PersonalFilePage(site: Site(context, "/mon-compte/donnees"), file: file).response()
        }
        return .bytes(
            try PersonalFileDocument(file: file, town: context.town).bytes(), type: "application/json; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"mes-donnees-\(context.town.slug).json\""])
    }
}
