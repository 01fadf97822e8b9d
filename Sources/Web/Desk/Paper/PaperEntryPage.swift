import Domain
import HTML
import Localization
import UseCases

/// A pile of paper, sheet by sheet: a code, Enter, a digit, Enter.
struct PaperEntryPage: Page {
    let site: Site
    let state: FormState
    /// What the code stands for, once it was typed.
    var found: FoundPaper?
    /// What was entered just before.
    var done: (code: PaperCode, result: PaperResult?)?
    let today: String

    var title: String { state.refusal == nil ? t("paper.entry") : t("form.errorTitle", ["title": t("paper.entry")]) }
    var mainClass: String? { "page narrow" }

    private var fields: Fields { Fields(t: t, state: state) }
    private var words: PaperResultWords { PaperResultWords(t: t) }

    var content: Markup {
        .list([
            BackLink(path: links.paper, label: t("paper.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("paper.entry") }
                p(.class("lead")) { t("paper.entry.lead") }
            },
            doneNotice,
            found.map(part) ?? .empty,
            row == nil ? form : .empty,
        ])
    }

    /// A row that waits for what was ticked on it.
    private var row: (FoundPaper, HelpRequest)? {
        guard let found, found.slip.entry == nil, let request = found.request else { return nil }
        return (found, request)
    }

    private var doneNotice: Markup {
        guard let done else { return .empty }
        let result = done.result.map(words.name) ?? ""
        return notice("success", "check", t("paper.done", ["code": done.code.text, "result": result]))
    }

    @MarkupBuilder private func part(_ found: FoundPaper) -> Markup {
        if let entry = found.slip.entry {
            entered(found, entry)
        } else if let (found, request) = row {
            PaperRowForm(site: site, found: found, request: request, state: state).markup
        }
    }

    private func entered(_ found: FoundPaper, _ entry: PaperSlip.Entry) -> Markup {
        let facts = ["code": found.slip.code.text, "time": t.dateTime(entry.at.milliseconds), "name": found.enteredBy ?? ""]
        return div(.class("notice warning"), .role("status")) {
            icon("warning")
            div {
                p { t("paper.already", facts) }
                if let result = entry.result { p { HTML.b { words.name(result) } } }
                if let call = found.call {
                    p { a(.class("link"), .href(links.call(call))) { t("paper.already.call") } }
                } else if let request = found.request {
                    p { a(.class("link"), .href("\(links.deskLookup)?reference=\(request.reference.text)")) { t("paper.already.request") } }
                }
            }
        }
    }

    private var form: Markup {
        HTML.form(.class("box"), .method("post"), .action(links.paperEntry), .attr("novalidate", "")) {
            fields.input(
                "code", t("paper.code"), hint: t("paper.code.hint", ["example": "K7P3G"]), autocomplete: "off", maxlength: 20, short: true,
                focus: true)
            fieldset(.class("field")) {
                legend { t("paper.taken") }
                p(.class("hint")) { t("paper.taken.hint") }
                div(.class("row")) {
                    fields.input(
                        "time", t("paper.taken.time"), hint: t("paper.taken.time.hint"), optional: true, autocomplete: "off", maxlength: 12)
                    fields.input(
                        "day", t("paper.taken.day"), hint: t("paper.taken.day.hint", ["day": today]), optional: true, autocomplete: "off",
                        maxlength: 12)
                }
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("paper.entry.open") } }
        }
    }
}

/// One row: what it is about, to hold beside the paper, and what was ticked: its digit, or its button.
struct PaperRowForm {
    let site: Site
    let found: FoundPaper
    let request: HelpRequest
    let state: FormState

    private var t: Localizer { site.t }
    private var words: RequestWords { RequestWords(site: site) }

    var markup: Markup {
        section(.class("box stack"), .aria("labelledby", "ligne")) {
            h2(.id("ligne")) { t("paper.row", ["code": found.slip.code.text, "reference": request.reference.text]) }
            p {
                [words.category(request.category), words.place(request.neighbourhood), words.when(request.wanted), words.state(request)]
                    .joined(separator: ", ")
            }
            typed
            buttons
            p { a(.class("link"), .href(site.links.paperEntry)) { t("paper.row.skip") } }
        }
    }

    private var code: Markup { input(.type("hidden"), .name("code"), .value(found.slip.code.text)) }

    private var typed: Markup {
        HTML.form(.method("post"), .action(site.links.paperResults), .attr("novalidate", "")) {
            code
            Fields(t: t, state: state).input(
                "result", t("paper.row.result"), hint: PaperResultWords(t: t).legend(found.offered), autocomplete: "off", maxlength: 2,
                short: true, focus: true)
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("paper.row.save") } }
        }
    }

    private var buttons: Markup {
        HTML.form(.method("post"), .action(site.links.paperResults), .aria("label", t("paper.row.buttons"))) {
            code
            div(.class("actions")) {
                for result in found.offered {
                    button(.class("button secondary small"), .type("submit"), .name("result"), .value(result.rawValue)) {
                        "\(result.number)\u{A0}\(PaperResultWords(t: t).name(result))"
                    }
                }
            }
        }
    }
}
