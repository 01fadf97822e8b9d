import Domain
import HTML
import Localization
import UseCases

/// Somebody said yes: what is read out to them before hanging up, unless a mail says it.
struct ToldHelperPage: Page {
    let site: Site
    let told: ToldHelper

    var title: String { t("dispatch.told.title", ["name": told.helper.shownName]) }
    var mainClass: String? { "page narrow" }

    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("panel"), .role("status")) {
                span(.class("window")) { icon("check") }
                h1 { title }
                p { told.request.reference.text }
            },
            told.helper.isMailed ? p { t("dispatch.told.mailed") } : aloud,
            p(.class("actions")) {
                a(.class("button"), .href(links.desk)) { t("call.another") }
                if told.mayGuide { a(.class("button quiet"), .href(links.guidedRequest(told.request.id))) { t("referent.open") } }
            },
            told.helper.isMailed ? .empty : cannot,
        ])
    }

    private var aloud: Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                h2 { t("dispatch.told.aloud") }
                p {
                    t(
                        "dispatch.told.need",
                        [
                            "name": told.beneficiaryName, "category": words.category(told.request.category),
                            "when": words.when(told.request.wanted), "place": words.place(told.request.neighbourhood),
                        ])
                }
                for line in [told.details, told.constraints].compactMap(\.self) { p { t("dispatch.told.words", ["words": line]) } }
                if let phone = told.phone {
                    p {
                        t("dispatch.told.phone")
                        " "
                        strong { phone.spoken }
                    }
                } else {
                    p { t("dispatch.told.owner", ["name": told.ownerName]) }
                }
                p { t("dispatch.told.free") }
                p { site.town.settings.phone.map { t("dispatch.told.cannot", ["phone": $0]) } ?? t("dispatch.told.cannot.noPhone") }
                p { t("dispatch.told.outcome") }
            }
        }
    }

    /// They rang because they cannot come after all.
    private var cannot: Markup {
        details {
            summary { t("dispatch.withdrawal") }
            p { t("dispatch.withdrawal.lead") }
            ButtonForm(action: links.dispatchWithdrawal(told.request.id), label: t("dispatch.withdrawal.button"), style: "button danger")
                .markup
        }
    }
}
