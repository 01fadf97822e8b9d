import Domain
import HTML
import Localization
import UseCases

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
    /// Of the phone desk, else of a referent.
    var isAtDesk = false

    var title: String { state.refusal == nil ? t("lookup.title") : t("form.errorTitle", ["title": t("lookup.title")]) }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            div(.class("page-header")) { h1 { t("lookup.title") } },
            isAtDesk ? BackLink(path: links.desk, label: t("desk.title")).markup : ReferentTabs(site: site).markup,
            fields.errorSummary,
            HTML.form(
                .class("filters"), .method("get"), .action(isAtDesk ? links.deskLookup : links.guidedRequests), .role("search"),
                .aria("label", t("lookup.title"))
            ) {
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
            if isAtDesk { p { a(.class("link"), .href(links.confirmation(spoken.request.id))) { t("confirmation.open") } } }
            p(.class("actions")) {
                if spoken.mayDispatch { a(.class("button"), .href(links.dispatch(spoken.request.id))) { t("dispatch.title") } }
                if spoken.mayOpen { a(.class("button secondary"), .href(links.guidedRequest(spoken.request.id))) { t("referent.open") } }
            }
        }
    }
}
