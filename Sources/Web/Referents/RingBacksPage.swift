import Domain
import HTML
import Localization
import UseCases

/// Calls to make: about what and by when; who, one page further.
struct DueCallList {
    let site: Site
    let calls: [DueCall]
    let now: Moment

    private var t: Localizer { site.t }
    private var words: RequestWords { RequestWords(site: site) }

    var markup: Markup {
        ul(.class("todo")) {
            for call in calls { item(call) }
        }
    }

    private func item(_ call: DueCall) -> Markup {
        let due = call.ringBack.dueAt
        return li(.class(due <= now ? "soon" : nil)) {
            div {
                p {
                    span(.class(due <= now ? "badge warning" : "badge")) {
                        due <= now ? t("calls.now") : t.deadline(due.milliseconds, now: now.milliseconds)
                    }
                }
                h3 { a(.href(site.links.ringBack(call.ringBack.id))) { t("calls.reason.\(call.ringBack.reason.rawValue)") } }
                p(.class("meta")) { meta(call) }
            }
            div(.class("actions")) {
                a(.class("button small"), .href(site.links.ringBack(call.ringBack.id))) {
                    icon("phone")
                    t("calls.ring")
                    span(.class("visually-hidden")) { "\u{A0}: \(call.reference.text)" }
                }
            }
        }
    }

    private func meta(_ call: DueCall) -> String {
        let last = call.ringBack.lastResult.map { t("calls.last.\($0.rawValue)") }
        let attempts = call.ringBack.attempts == 0 ? nil : t("calls.attempts", count: call.ringBack.attempts)
        return [call.reference.text, words.category(call.category), attempts, last].compactMap(\.self).joined(separator: ", ")
    }
}

struct RingBacksPage: Page {
    let site: Site
    let calls: [DueCall]
    let count: Int
    let now: Moment
    let isNoted: Bool

    var title: String { t("calls.title") }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("referent.lead.calls", count: count) }
            },
            ReferentTabs(site: site).markup,
            isNoted
                ? div(.class("notice success"), .role("status")) {
                    icon("check")
                    div { p { t("calls.noted") } }
                } : .empty,
            section(.class("stack section"), .aria("label", title)) {
                if calls.isEmpty { p { t("referent.none.calls") } } else { h2(.class("visually-hidden")) { t("calls.list") } }
                DueCallList(site: site, calls: calls, now: now).markup
                if count > calls.count { p(.class("meta")) { t("referent.more", count: count - calls.count) } }
            },
        ])
    }
}
