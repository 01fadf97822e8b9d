import Domain
import HTML
import Localization
import UseCases

/// What an erasure does, what stays and why, and what has to be settled first.
struct OwnErasurePage: Page {
    let site: Site
    let standing: Erasing.Standing
    let needsSignIn: Bool
    let state: FormState

    var title: String { t("ownErasure.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            Fields(t: t, state: state).errorSummary,
            a(.class("back"), .href(links.account)) {
                icon("arrow-left")
                t("form.back")
            },
            heading(lead: t("ownErasure.lead")),
            part(t("ownErasure.gone")) {
                bullets([t("ownErasure.gone.account"), t("ownErasure.gone.words"), t("ownErasure.gone.mails")])
                if standing.liveRequests > 0 { p { t("ownErasure.live", count: standing.liveRequests) } }
            },
            part(t("ownErasure.kept")) {
                bullets([t("ownErasure.kept.figures"), t("ownErasure.kept.journal"), t("ownErasure.kept.proofs")])
            },
            p { a(.href(links.ownData)) { t("ownErasure.export") } },
            standing.obstacles.isEmpty ? form : obstacles,
        ])
    }

    private var obstacles: Markup {
        div(.class("notice warning")) {
            icon("warning")
            div {
                for obstacle in standing.obstacles {
                    switch obstacle {
                    case .helping(let match):
                        p {
                            t("ownErasure.helping") + " "
                            a(.href("\(links.conversations)/\(match.text)")) { t("ownErasure.helping.link") }
                        }
                    case .lastAdministrator: p { t("ownErasure.lastAdministrator") }
                    }
                }
            }
        }
    }

    private var form: Markup {
        let fields = Fields(t: t, state: state)
        return HTML.form(.method("post"), .action(links.ownErasure), .attr("novalidate", ""), .class("box")) {
            if needsSignIn { p { t("ownErasure.signIn") } }
            fields.error("sure")
            fields.tile("sure", "yes", t("ownErasure.sure"), first: true, box: true)
            div(.class("actions")) { button(.class("button danger"), .type("submit")) { t("ownErasure.button") } }
        }
    }
}

/// After: nobody is signed in, and nothing is left to show.
struct ErasedPage: Page {
    let site: Site

    var title: String { t("erased.title") }
    var mainClass: String? { "page narrow" }
    var content: Markup {
        .list([heading(lead: t("erased.lead")), p { a(.href(links.home)) { t("erased.home") } }])
    }
}
