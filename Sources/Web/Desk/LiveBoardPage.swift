import Domain
import HTML
import Localization
import UseCases

/// How the desk stands: numbers and lines, nobody who is helped. It follows by itself; without the script there is a link to look again.
struct LiveBoardPage: Page {
    let site: Site
    let board: LiveBoard
    let now: Moment

    var title: String { t("board.title") }
    var ownAssets: Markup { script(src: "/static/board.js", .type("module")) }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header")) { h1 { title } },
            p(.class("actions")) {
                a(.class("button secondary small"), .href(links.liveBoard)) { t("board.reload") }
                span(
                    .id("direct"), .class("meta"), .data("live", t("board.live")), .data("again", t("board.again")),
                    .data("lost", t("board.lost"))
                ) {}
            },
            p(.id("annonce"), .class("visually-hidden"), .role("status")) {},
            div(.id("tableau"), .class("stack"), .data("feed", links.liveBoardFeed)) {
                LiveBoardPart(site: site, board: board, at: now).markup
            },
        ])
    }
}

/// What changes: replaced as a whole.
struct LiveBoardPart {
    let site: Site
    let board: LiveBoard
    let at: Moment

    private var t: Localizer { site.t }
    private var words: RequestWords { RequestWords(site: site) }

    var markup: Markup {
        div(.class("stack"), .data("summary", summary)) {
            p(.class("meta")) { t("board.at", ["time": t.dateTime(at.milliseconds)]) }
            dl(.class("figures")) {
                tile("waiting", board.waiting.waiting)
                tile("inCall", board.inCall)
                tile("promised", board.promised)
                tile("overdue", board.overdue)
            }
            calls
            late
            div(.class("split")) {
                table("need", needs)
                table("quartier", quartiers)
            }
        }
    }

    private var summary: String {
        [
            t("board.said.waiting", count: board.waiting.waiting), t("board.said.overdue", count: board.overdue),
            t("board.said.inCall", count: board.inCall),
        ].joined(separator: ", ")
    }

    private func tile(_ name: String, _ value: Int) -> Markup {
        div {
            dt { t("board.\(name)") }
            dd(.data("figure", name)) { t.number(value) }
        }
    }

    private var calls: Markup {
        section(.class("stack"), .aria("labelledby", "appels")) {
            h2(.id("appels")) { t("board.calls") }
            if board.inCall == 0 { p(.class("meta")) { t("board.calls.none") } }
            if board.inCall > 0 {
                ul {
                    for line in board.calls {
                        li { t("board.call", ["time": t.time(line.begunAt.milliseconds), "name": line.holderName]) }
                    }
                }
            }
            if board.kept > 0 { p { t("board.kept", count: board.kept) } }
        }
    }

    private var late: Markup {
        section(.class("stack"), .aria("labelledby", "retards")) {
            h2(.id("retards")) { t("board.late") }
            if board.overdueCalls > 0 { p { t("board.late.calls", count: board.overdueCalls) } }
            if board.late.isEmpty { p(.class("meta")) { t("board.late.none") } }
            if !board.late.isEmpty {
                HTML.table(.class("rows")) {
                    caption { span(.class("visually-hidden")) { t("board.late") } }
                    thead { tr { for column in Self.columns { th(.scope("col")) { t(column) } } } }
                    tbody { for line in board.late { row(line) } }
                }
            }
        }
    }

    private static let columns = ["referent.column.reference", "referent.column.need", "referent.column.place", "board.column.due"]

    private func row(_ line: LiveBoard.Late) -> Markup {
        tr {
            th(.scope("row")) { a(.href("\(site.links.deskLookup)?reference=\(line.reference.text)")) { line.reference.text } }
            td(.data("label", t("referent.column.need"))) { words.category(line.category) }
            td(.data("label", t("referent.column.place"))) { words.place(line.neighbourhood) }
            td(.data("label", t("board.column.due"))) { t.dateTime(line.due.milliseconds) }
        }
    }

    private typealias Row = (name: String, count: LiveBoard.Count)

    private var needs: [Row] {
        sorted(Set(board.parts.map(\.category)).map { (words.category($0), board.count(of: $0)) })
    }

    private var quartiers: [Row] {
        sorted(Set(board.parts.map(\.neighbourhood)).map { (words.place($0), board.count(in: $0)) })
    }

    /// The most first.
    private func sorted(_ rows: [Row]) -> [Row] { rows.sorted { ($1.count.waiting, $0.name) < ($0.count.waiting, $1.name) } }

    private func table(_ name: String, _ rows: [Row]) -> Markup {
        section(.class("stack"), .aria("labelledby", "par-\(name)")) {
            h2(.id("par-\(name)")) { t("board.by.\(name)") }
            if rows.isEmpty { p(.class("meta")) { t("board.nothing") } }
            if !rows.isEmpty {
                HTML.table(.class("rows")) {
                    caption { span(.class("visually-hidden")) { t("board.by.\(name)") } }
                    thead {
                        tr {
                            for column in ["board.column.\(name)", "board.waiting", "board.column.late"] { th(.scope("col")) { t(column) } }
                        }
                    }
                    tbody {
                        for row in rows {
                            tr {
                                th(.scope("row")) { row.name }
                                td(.data("label", t("board.waiting"))) { t.number(row.count.waiting) }
                                td(.data("label", t("board.column.late"))) { t.number(row.count.late) }
                            }
                        }
                    }
                }
            }
        }
    }
}
