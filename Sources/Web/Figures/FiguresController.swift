import Domain
import Hummingbird
import Localization
import UseCases

/// The town's figures, as a page to print and as CSV. The public sees no count under 11; administrators see them all.
struct FiguresController: Sendable {
    let figures: Figures

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        try await page(context).response()
    }

    func csv(_ request: Request, _ context: TownContext) async throws -> Response {
        let page = try await page(context)
        let sheet = FigureSheet(page: page)
        return .bytes(
            Array(sheet.text.utf8), type: "text/csv; charset=utf-8",
            headers: [.contentDisposition: "attachment; filename=\"chiffres-\(context.town.slug).csv\""])
    }

    private func page(_ context: TownContext) async throws -> FiguresPage {
        FiguresPage(
            site: Site(context, "/chiffres"), figures: try await figures.ofTown(context.town),
            isInternal: context.actor.has(.administrator))
    }
}
