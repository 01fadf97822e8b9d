import Domain
import HTML
import Localization
import UseCases

/// The end of a call: the number in large letters, and what to say before hanging up.
struct CallNotedPage: Page {
    let site: Site
    let spoken: SpokenRequest
    /// Where little can be promised.
    var advice: Capacity.Advice?

    var title: String { t("call.noted") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            div(.class("panel"), .role("status")) {
                span(.class("window")) { icon("check") }
                h1 { title }
                p {
                    t("call.noted.reference")
                    br()
                    strong(.class("reference")) { spoken.request.reference.text }
                }
            },
            SpokenNotice(site: site, spoken: spoken).markup,
            advice.map { CapacityAdvice(site: site, advice: $0, isSpoken: true).markup } ?? .empty,
            p(.class("actions")) {
                a(.class("button"), .href(links.call)) { t("call.another") }
                if spoken.mayOpen { a(.class("button secondary"), .href(links.guidedRequest(spoken.request.id))) { t("referent.open") } }
                a(.class("button quiet"), .href(links.referent)) { t("referent.tab.todo") }
            },
        ])
    }
}

/// The words to read out.
struct SpokenNotice {
    let site: Site
    let spoken: SpokenRequest

    var markup: Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                h2 { site.t("call.say") }
                for sentence in SpokenWords(spoken: spoken, site: site).sentences { p { sentence } }
            }
        }
    }
}

/// A request found by the number that a caller says: its state and its promise, without a name.
struct LookupPage: Page {
    let site: Site
    let state: FormState
    let spoken: SpokenRequest?

    var title: String { state.refusal == nil ? t("lookup.title") : t("form.errorTitle", ["title": t("lookup.title")]) }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            div(.class("page-header")) { h1 { t("lookup.title") } },
            ReferentTabs(site: site).markup,
            fields.errorSummary,
            HTML.form(.class("filters"), .method("get"), .action(links.guidedRequests), .role("search"), .aria("label", t("lookup.title")))
            {
                fields.input("reference", t("lookup.reference"), hint: t("lookup.hint"), autocomplete: "off", maxlength: 20, short: true)
                button(.class("button secondary"), .type("submit")) { t("lookup.search") }
            },
            found,
        ])
    }

    private var found: Markup {
        guard let spoken else { return .empty }
        return section(.class("stack section"), .aria("labelledby", "trouvee")) {
            h2(.id("trouvee")) { "\(spoken.request.reference.text), \(words.category(spoken.request.category))" }
            p { words.state(spoken.request) }
            SpokenNotice(site: site, spoken: spoken).markup
            if spoken.mayOpen {
                p(.class("actions")) { a(.class("button"), .href(links.guidedRequest(spoken.request.id))) { t("referent.open") } }
            }
        }
    }
}
