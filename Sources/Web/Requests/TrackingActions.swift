import Domain
import HTML
import Localization
import UseCases

/// What one can do from the tracking page, as it stands.
struct TrackingActions {
    let page: TrackingPage

    private var t: Localizer { page.t }
    private var tracked: TrackedRequest { page.tracked }
    private var pages: TrackingLinks { page.pages }

    /// What matters most: to write to whoever said yes, or to say how it went.
    var first: Markup {
        if tracked.request.status == .matched, mayWrite, let match = tracked.match, let name = tracked.helperName {
            return div(.class("actions")) {
                a(.class("button"), .href(pages.conversation(match.id))) {
                    icon("talk")
                    " " + t("tracking.write", ["name": name])
                }
            }
        }
        guard tracked.request.status == .closed, tracked.maySayOutcome else { return .empty }
        return div(.class("actions")) { a(.class("button"), .href(pages.outcome)) { t("tracking.say") } }
    }

    private var mayWrite: Bool {
        tracked.mandate.map { $0.powers.contains(.converse) } ?? tracked.asker.isMailed
    }

    var rest: Markup {
        div(.class("actions")) {
            if tracked.isLive {
                if tracked.maySayOutcome { secondary(pages.outcome, "check", tracked.match == nil ? "tracking.settled" : "tracking.done") }
                secondary(pages.change, "edit", "tracking.change")
            } else {
                a(.class("button"), .href(pages.ask)) { t("tracking.again") }
                if let match = tracked.match, tracked.mandate == nil || mayWrite {
                    secondary(pages.conversation(match.id), "talk", "tracking.reread")
                }
            }
            button(.class("button secondary needs-script"), .type("button"), .data("print", "")) {
                icon("print")
                " " + t("tracking.print")
            }
            if tracked.isLive { a(.class("button quiet"), .href(pages.cancellation)) { t("tracking.cancel") } }
            if !tracked.isUnderMandate, let match = tracked.match {
                a(.class("button quiet"), .href(pages.block(match.id))) { t("block.link") }
                a(.class("button quiet"), .href(pages.report(match.id))) { t("reporting.person") }
            }
        }
    }

    private func secondary(_ path: String, _ symbol: String, _ key: String) -> Markup {
        a(.class("button secondary"), .href(path)) {
            icon(symbol)
            " " + t(key)
        }
    }
}
