import Domain
import HTML
import Localization
import UseCases

struct TrackingPage: Page {
    let site: Site
    let tracked: TrackedRequest
    let token: String
    let isNew: Bool

    var title: String { t("tracking.title", ["reference": tracked.request.reference.text]) }
    var mainClass: String? { "page narrow" }

    private var request: HelpRequest { tracked.request }

    var content: Markup {
        .list([isNew ? panel : header, timeline, Emergency(t: t).markup])
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
            p { t(tracked.asker.email == nil ? "tracking.keep" : "tracking.mailed") }
        }
    }

    private var header: Markup {
        div(.class("page-header")) {
            p(.class("meta")) { t("tracking.reference") + " " + request.reference.text }
            h1 { site.facts.category(request.category).map { site.label($0) } ?? "" }
        }
    }

    private var timeline: Markup {
        section(.class("stack")) {
            h2 { t("tracking.now") }
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
                if let words = step.words { p { words } }
            }
        }
    }
}
