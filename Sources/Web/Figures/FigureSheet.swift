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
        // The mark tells spreadsheets that this is UTF-8.
        return "\u{FEFF}" + lines.map { $0.map(Self.quoted).joined(separator: ";") }.joined(separator: "\r\n") + "\r\n"
    }

    private func cell(_ count: Int?) -> String { count.map(String.init) ?? "<\(PublicCount.least)" }

    /// A cell that begins like a formula is told to be text.
    private static func quoted(_ text: String) -> String {
        // By scalars: to a spreadsheet an equals sign with an accent on it is still an equals sign.
        let safe = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } == true ? "'" + text : text
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
