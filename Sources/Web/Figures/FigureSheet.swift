import Domain
import Localization
import UseCases

/// The page's tables as CSV with semicolons, as French spreadsheets open it; the same counts are hidden.
struct FigureSheet {
    let page: FiguresPage

    var text: String {
        let t = page.t
        let columns = ["requests", "served", "newHelpers", "views"].map { t("figures.column.\($0)") }
        var lines = [[t("figures.week")] + columns]
        for week in page.weekCells { lines.append([t.isoDate(week.start.milliseconds)] + week.cells.map(cell)) }
        lines.append([])
        lines.append([t("figures.category"), t("figures.column.requests")])
        for (row, count) in zip(page.figures.categories, page.cells(page.figures.categories.map(\.requests))) {
            lines.append([page.site.facts.category(row.category).map { page.site.label($0) } ?? "", cell(count)])
        }
        let moderation = ModerationFigures(page: page)
        lines.append([])
        let names = ModerationFigures.columns.map { t("figures.moderation.\($0)") }
        lines.append([t("figures.year")] + names + [t("figures.moderation.time")])
        for year in page.figures.moderation {
            lines.append([String(year.year)] + moderation.cells(year).map(cell) + [moderation.medianTime(year)])
        }
        return SheetText.of(lines)
    }

    private func cell(_ count: Int?) -> String { count.map(String.init) ?? "<\(PublicCount.least)" }
}
