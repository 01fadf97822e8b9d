import Domain
import HTML
import Localization
import UseCases

/// Whether the reserve is called out, every decision so far, and a form for the next.
struct ReservePage: Page {
    let site: Site
    let board: ReserveKeeping.Board
    let state: FormState
    let isDone: Bool

    var title: String { state.refusal == nil ? t("reserve.title") : t("form.errorTitle", ["title": t("reserve.title")]) }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("reserve.title") }
                p(.class("lead")) { t("reserve.lead") }
            },
            AdministrationTabs(site: site, current: links.organisations).markup,
            BackLink(path: links.organisations, label: t("organisations.title")).markup,
            isDone ? notice("success", "check", t("reserve.done")) : .empty,
            standing, ReserveDaysNotice(t: t, year: board.year).markup,
            board.hasReserve ? .empty : notice("warning", "warning", t("reserve.nobody")),
            list, form,
        ])
    }

    private var standing: Markup {
        guard let open = board.open else { return notice("info", "info", t("reserve.closed")) }
        return notice("info", "people", t("reserve.open", ["date": t.date(last(open).milliseconds), "who": open.decidedBy]))
    }

    private var list: Markup {
        section(.class("stack section"), .aria("labelledby", "decisions")) {
            h2(.id("decisions")) { t("reserve.decisions") }
            if board.activations.isEmpty { p { t("reserve.none") } }
            if !board.activations.isEmpty { ul(.class("todo")) { for one in board.activations { item(one) } } }
        }
    }

    private func item(_ one: ReserveActivation) -> Markup {
        li {
            div {
                h3 { t("reserve.days", ["from": t.date(one.from.milliseconds), "until": t.date(last(one).milliseconds)]) }
                p { t("reserve.by", ["who": one.decidedBy]) }
                p { one.why }
                p(.class("meta")) { recorded(one) }
                p { span(.class(one.isOpen(at: board.now) ? "badge success" : "badge off")) { t("reserve.state.\(state(of: one))") } }
            }
            if one.isAhead(of: board.now) {
                div(.class("actions")) {
                    ButtonForm(
                        action: links.endOfActivation(one.id), label: t(one.isOpen(at: board.now) ? "reserve.end" : "reserve.cancel"),
                        style: "button secondary small", complement: t.date(one.from.milliseconds)
                    ).markup
                }
            }
        }
    }

    private func recorded(_ one: ReserveActivation) -> String {
        let noted = t("reserve.recorded", ["name": board.names[one.recordedBy] ?? "", "date": t.dateTime(one.recordedAt.milliseconds)])
        guard let by = one.closedBy, let at = one.closedAt else { return noted }
        return noted + " " + t("reserve.ended", ["name": board.names[by] ?? "", "date": t.dateTime(at.milliseconds)])
    }

    private func state(of one: ReserveActivation) -> String {
        if one.isOpen(at: board.now) { return "open" }
        return one.isAhead(of: board.now) ? "ahead" : "over"
    }

    /// The last day itself, not the midnight after.
    private func last(_ one: ReserveActivation) -> Moment { one.until - .minutes(1) }

    private var form: Markup {
        HTML.form(.method("post"), .action(links.reserve), .attr("novalidate", ""), .class("box")) {
            h2 { t("reserve.new") }
            fields.input("decidedBy", t("reserve.decidedBy"), hint: t("reserve.decidedBy.hint"), autocomplete: "off", maxlength: 120)
            fields.area("why", t("reserve.why"), hint: t("reserve.why.hint"), maxlength: 600, rows: 3)
            div(.class("row")) {
                fields.input("from", t("reserve.from"), kind: .date)
                fields.input("until", t("reserve.until"), kind: .date)
            }
            if state.refused("beyond") != nil || state["beyond"] == "yes" { beyond }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("reserve.callOut") } }
        }
    }

    /// Asked only of a decision that goes beyond the days of one volunteer.
    private var beyond: Markup {
        div(.class(state.refused("beyond") == nil ? "field" : "field invalid")) {
            fields.error("beyond")
            div(.class("tiles")) {
                fields.tile(
                    "beyond", "yes", t("reserve.beyond"), hint: t("reserve.beyond.hint"), first: true, box: true)
            }
        }
    }
}
