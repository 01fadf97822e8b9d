import Domain
import HTML
import Localization
import UseCases

/// A request as the one who asked follows it, by link or signed in.
struct TrackingPage: Page {
    /// What was done just now.
    enum News { case sent, changed }

    let site: Site
    let tracked: TrackedRequest
    let pages: TrackingLinks
    let news: News?

    var title: String { t("tracking.title", ["reference": request.reference.text]) }
    var mainClass: String? { "page sheet" }

    private var request: HelpRequest { tracked.request }

    var content: Markup {
        .list([
            pages.isByLink ? .empty : back, news == .sent ? panel : header, news == .changed ? changed : .empty,
            TrackingActions(page: self).first, timeline,
            TrackingActions(page: self).rest, TrackingSummary(page: self).markup, keep, Emergency(t: t).markup,
        ])
    }

    private var back: Markup {
        a(.class("back"), .href(links.ownRequests)) {
            icon("arrow-left")
            t("ownRequests.title")
        }
    }

    private var panel: Markup {
        div(.class("panel"), .role("status")) {
            span(.class("window")) { icon("check") }
            h1 { t("tracking.sent") }
            p {
                t("tracking.reference")
                br()
                strong(.class("reference")) { request.reference.text }
            }
            p { t(tracked.asker.isMailed ? "tracking.mailed" : "tracking.keep") }
        }
    }

    private var changed: Markup {
        div(.class("notice success"), .role("status")) {
            icon("check")
            div { p { t("tracking.changed") } }
        }
    }

    private var header: Markup {
        div(.class("page-header")) {
            p(.class("meta")) {
                t("tracking.reference") + " "
                strong { request.reference.text }
            }
            h1 { heading }
        }
    }

    private var heading: String {
        if request.status == .matched, let helper = tracked.helperName {
            guard request.isForSomebodyElse else { return t("tracking.helps", ["name": helper]) }
            return t("tracking.helps.other", ["name": helper, "person": tracked.beneficiary.firstName])
        }
        return site.facts.category(request.category).map { site.label($0) } ?? ""
    }

    private var timeline: Markup {
        section(.class("stack"), .aria("labelledby", "maintenant")) {
            h2(.id("maintenant")) { t("tracking.now") }
            ol(.class("timeline")) {
                for step in TrackingStory(tracked: tracked, t: t).steps { item(step) }
            }
        }
    }

    private func item(_ step: TrackingStory.Step) -> Markup {
        li(.class(step.state.rawValue), step.state == .now ? .aria("current", "step") : nil) {
            span(.class(step.state == .next ? "window unlit" : "window")) { icon(step.icon) }
            div {
                h3 {
                    span(.class("visually-hidden")) { t("tracking.state.\(step.state.rawValue)") + " " }
                    step.title
                }
                for words in step.words { p(.class(step.state == .done ? "meta" : nil)) { words } }
            }
        }
    }

    private var keep: Markup {
        guard pages.isByLink else { return .empty }
        return div(.class("notice info")) {
            icon("lock")
            div { p { t("tracking.link", ["reference": request.reference.text]) } }
        }
    }
}
