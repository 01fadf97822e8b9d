import Domain
import HTML
import Localization
import UseCases

/// When, where and for what one helps; beside it the pause and one's trust.
struct AvailabilityPage: Page {
    let site: Site
    let standing: AvailabilityKeeping.Standing
    let state: FormState
    let pause: FormState
    let done: String?

    private var isRefused: Bool { state.refusal != nil || pause.refusal != nil }
    var title: String { isRefused ? t("form.errorTitle", ["title": t("availability.title")]) : t("availability.title") }

    var content: Markup {
        let parts = AccountParts(site: site, done: done)
        return .list([
            Fields(t: t, state: state).errorSummary,
            Fields(t: t, state: pause).errorSummary,
            div(.class("page-header")) {
                h1 { t("availability.title") }
                p(.class("lead")) { t("availability.lead") }
            },
            parts.notice, standing.helper?.isJustBack(now: standing.now) == true ? WelcomeBack(t: t).markup : .empty, parts.tabs,
            standing.helper == nil
                ? AvailabilityFields(site: site, state: state).markup
                : div(.class("split wide-first")) {
                    AvailabilityFields(site: site, state: state).markup
                    beside
                },
        ])
    }

    @MarkupBuilder private var beside: Markup {
        if let helper = standing.helper {
            div(.class("stack")) {
                if !helper.isActive { inactive } else { PauseBox(site: site, helper: helper, state: pause, now: standing.now).markup }
                if !standing.refused.isEmpty { refused }
                TrustBox(site: site, helper: helper).markup
                if helper.isActive { stop }
            }
        }
    }

    private var inactive: Markup {
        div(.class("notice info")) {
            icon("info")
            div { p { t("availability.inactive") } }
        }
    }

    /// « Never this kind », said from a mail: back in one tap.
    private var refused: Markup {
        section(.class("box"), .aria("labelledby", "refusees")) {
            h2(.id("refusees")) { t("availability.refused") }
            p { t("availability.refused.words") }
            for category in standing.refused {
                p { strong { site.label(category) } }
                ButtonForm(
                    action: links.refusedKinds, label: t("availability.refused.again"), complement: site.label(category),
                    hidden: [("category", category.key)]
                ).markup
            }
        }
    }

    private var stop: Markup {
        section(.class("box"), .aria("labelledby", "arret")) {
            h2(.id("arret")) { t("availability.stop") }
            p { t("availability.stop.words") }
            div(.class("actions")) {
                ButtonForm(action: links.endOfHelp, label: t("availability.stop.button"), style: "button secondary danger").markup
            }
        }
    }
}
