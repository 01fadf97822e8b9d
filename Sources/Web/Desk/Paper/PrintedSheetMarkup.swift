import Domain
import HTML
import Localization
import QRCode

/// A printed sheet on a page, as the browser prints it. The page's own title stands above all of them.
struct PrintedSheetMarkup {
    let sheet: PrintedSheet

    var markup: Markup {
        article(.class(sheet.isLarge ? "sheet-of-paper paper-sheet large" : "sheet-of-paper paper-sheet")) {
            for part in sheet.parts { markup(of: part) }
        }
    }

    private func markup(of part: PrintedSheet.Part) -> Markup {
        switch part {
        case .heading(let text): h2 { text }
        case .section(let text): h3 { text }
        case .paragraph(let text): p { text }
        case .large(let text): p { strong(.class("reference")) { text } }
        case .note(let text): p(.class("meta")) { text }
        case .code(let code, let label, let address, let description): self.code(code, label, address, description)
        case .lines(let labels): lines(labels, rows: 1, style: "to-write")
        case .room(let label, let count): lines([label], rows: count, style: "to-write whole")
        case .boxes(let label, let items): boxes(label, items)
        case .table(let columns, let rows): table(columns, rows)
        }
    }

    private func code(_ code: PaperCode, _ label: String, _ address: String, _ description: String) -> Markup {
        div(.class("paper-code")) {
            p {
                label
                " "
                strong(.class("reference")) { code.text }
            }
            if let square = try? QRCode(address) {
                svg(
                    .class("qr"), .attr("viewBox", "0 0 \(square.side + 8) \(square.side + 8)"), .attr("shape-rendering", "crispEdges"),
                    .role("img"), .aria("label", description)
                ) { path(.attr("d", square.path)) }
            }
        }
    }

    private func lines(_ labels: [String], rows: Int, style: String) -> Markup {
        dl(.class(style)) {
            for label in labels {
                div {
                    dt { label }
                    dd { for _ in 0..<rows { span(.class("write")) {} } }
                }
            }
        }
    }

    private func boxes(_ label: String?, _ items: [String]) -> Markup {
        .list([
            label.map { text in p { HTML.b { text } } } ?? .empty,
            ul(.class("to-tick")) {
                for item in items {
                    li {
                        span(.class("tick")) {}
                        span { item }
                    }
                }
            },
        ])
    }

    private func table(_ columns: [PrintedSheet.Column], _ rows: [[PrintedSheet.Cell]]) -> Markup {
        HTML.table(.class("rows")) {
            thead { tr { for column in columns { th(.scope("col")) { column.title } } } }
            tbody {
                for row in rows {
                    tr { for (place, value) in row.enumerated() { cell(value, columns[place].title, isFirst: place == 0) } }
                }
            }
        }
    }

    private func cell(_ value: PrintedSheet.Cell, _ title: String, isFirst: Bool) -> Markup {
        switch value {
        case .text(let text) where isFirst: th(.scope("row")) { text }
        case .bold(let text) where isFirst: th(.scope("row")) { text }
        case .text(let text): td(.data("label", title)) { text }
        case .bold(let text): td(.data("label", title)) { HTML.b { text } }
        case .empty: td(.data("label", title)) { span(.class("write")) {} }
        }
    }
}

/// What the browser prints, and the way to the same as a file.
struct PrintedPage: Page {
    let site: Site
    let title: String
    let sheets: [PrintedSheet]
    /// Nil where this machine has no fonts to make one.
    let file: String?
    let back: String
    /// Where there is nothing to print.
    var nothing: String?

    var mainClass: String? { "page a4" }

    var content: Markup {
        .list([
            BackLink(path: back, label: t("paper.title")).markup,
            div(.class("page-header screen-only")) { h1 { title } },
            nothing.map { words in p(.class("empty")) { words } } ?? .empty,
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                if let file {
                    a(.class("button secondary"), .href(file)) {
                        icon("download")
                        t("paper.file")
                    }
                }
                a(.class("button quiet"), .href(links.paperEntry)) { t("paper.enter") }
            },
            .list(sheets.map { PrintedSheetMarkup(sheet: $0).markup }),
        ])
    }
}
