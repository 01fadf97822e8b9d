import Domain
import HTML
import Localization
import UseCases

/// Helpers without mail, to be asked once by voice whether they still help: one line each, noted in one tap.
struct AvailabilityCallList {
    let site: Site
    let calls: [AvailabilityCall]
    let now: Moment

    private var t: Localizer { site.t }

    var markup: Markup {
        ul(.class("todo")) { for call in calls { item(call) } }
    }

    private func item(_ call: AvailabilityCall) -> Markup {
        li {
            div {
                h3 { call.name }
                p(.class("meta")) {
                    [
                        RequestWords(site: site).place(call.neighbourhood),
                        t("referent.availability.since", ["ago": t.ago(call.since.milliseconds, now: now.milliseconds)]),
                    ].joined(separator: ", ")
                }
            }
            div(.class("actions")) {
                for answer in ReserveCheck.Answer.allCases { button(answer, call) }
                a(.class("button secondary small"), .href(site.links.trust(call.person))) {
                    t("referent.helper.open")
                    span(.class("visually-hidden")) { " " + call.name }
                }
            }
        }
    }

    private func button(_ answer: ReserveCheck.Answer, _ call: AvailabilityCall) -> Markup {
        ButtonForm(
            action: site.links.availabilityCall(call.person), label: t("referent.availability.\(answer.rawValue)"),
            style: answer == .yes ? "button small" : "button small quiet", complement: call.name,
            hidden: [("answer", answer.rawValue)]
        ).markup
    }
}

/// The helpers of each quartier in two numbers; nobody's name.
struct ReserveTable {
    let site: Site
    let counts: [ReserveCount]

    private var t: Localizer { site.t }

    @MarkupBuilder var markup: Markup {
        if !counts.isEmpty {
            section(.class("stack section"), .aria("labelledby", "reserve")) {
                h2(.id("reserve")) { t("referent.reserve.title") }
                p(.class("meta")) { t("referent.reserve.words") }
                table(.class("rows")) {
                    caption { span(.class("visually-hidden")) { t("referent.reserve.title") } }
                    thead {
                        tr {
                            for column in ["place", "awake", "asleep"] { th(.scope("col")) { t("referent.reserve.\(column)") } }
                        }
                    }
                    tbody { for count in sorted { row(count) } }
                }
            }
        }
    }

    private var sorted: [ReserveCount] { counts.sorted { place($0) < place($1) } }

    private func place(_ count: ReserveCount) -> String {
        site.facts.neighbourhood(count.neighbourhood)?.name ?? t("referent.reserve.nowhere")
    }

    private func row(_ count: ReserveCount) -> Markup {
        tr {
            th(.scope("row")) { place(count) }
            td(.data("label", t("referent.reserve.awake"))) { t.number(count.awake) }
            td(.data("label", t("referent.reserve.asleep"))) { t.number(count.asleep) }
        }
    }
}
