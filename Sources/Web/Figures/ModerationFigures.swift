import Domain
import HTML
import Localization

/// What became of texts, year by year (P-12), with no count that could tell somebody (P-13).
struct ModerationFigures {
    let page: FiguresPage

    private var t: Localizer { page.t }
    static let columns = ["published", "amended", "refused", "appeals", "overturned", "reports", "stops"]

    /// In the order of `columns`, each hidden where it must be.
    func cells(_ year: ModerationYear) -> [Int?] {
        let verdicts = page.cells([year.published, year.amended, year.refused])
        let appeals = page.cells([year.overturned, year.appeals - year.overturned])
        let appealed: [Int?] = [alone(year.appeals), appeals[0]]
        return verdicts + appealed + [alone(year.reports), alone(year.stops)]
    }

    private func alone(_ count: Int) -> Int? { page.isInternal ? count : PublicCount.alone(count) }

    func medianTime(_ year: ModerationYear) -> String {
        guard let time = year.medianTime, page.isInternal || year.decided >= PublicCount.least else { return t("figures.few") }
        return page.time(time)
    }

    @MarkupBuilder var markup: Markup {
        if !page.figures.moderation.isEmpty {
            section(.class("stack section"), .aria("labelledby", "textes")) {
                h2(.id("textes")) { t("figures.moderation") }
                p { t("figures.moderation.lead") }
                table(.class("rows")) {
                    caption(.class("visually-hidden")) { t("figures.moderation") }
                    thead {
                        tr {
                            th(.scope("col")) { t("figures.year") }
                            for name in Self.columns { th(.scope("col"), .class("number")) { t("figures.moderation.\(name)") } }
                            th(.scope("col"), .class("number")) { t("figures.moderation.time") }
                        }
                    }
                    tbody { for year in page.figures.moderation { row(year) } }
                }
            }
        }
    }

    private func row(_ year: ModerationYear) -> Markup {
        tr {
            th(.scope("row")) { String(year.year) }
            for (name, count) in zip(Self.columns, cells(year)) {
                td(.class("number"), .data("label", t("figures.moderation.\(name)"))) { count.map { t.number($0) } ?? t("figures.few") }
            }
            td(.class("number"), .data("label", t("figures.moderation.time"))) { medianTime(year) }
        }
    }
}
