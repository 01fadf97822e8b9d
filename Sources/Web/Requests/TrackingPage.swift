import Domain
import HTML
import Localization
import UseCases

/// A request as the one who asked follows it, by link or signed in.
struct TrackingPage: Page {
    /// What was done just now.
    enum News { case sent, changed, appealed, renewed }

    let site: Site
    let tracked: TrackedRequest
    let pages: TrackingLinks
    let news: News?
    /// What came of an answer to another time.
    var answered: String?
    /// Nil where nobody helps again and again.
    var standing: StandingView?

    var title: String { t("tracking.title", ["reference": request.reference.text]) }
    var mainClass: String? { "page sheet" }

    private var request: HelpRequest { tracked.request }

    var content: Markup {
        .list([
            back, inName, news == .sent ? panel : header, news == .changed ? changed : .empty,
            news == .appealed ? AppealNotice(t: t).markup : .empty,
            tracked.isServedByTown ? servedByTown : .empty, ending,
            TimeProposalNotice(t: t, result: answered).markup, TrackingActions(page: self).first,
            TimeProposalBox(site: site, proposals: tracked.proposals, now: tracked.now, action: pages.time).markup, timeline,
            ServicesBeside(site: site, services: tracked.services, now: tracked.now).markup, pair,
            TrackingActions(page: self).rest, TrackingSummary(page: self).markup, textState, keep, Emergency(t: t).markup,
        ])
    }

    /// What became of the words, where others could read them.
    private var textState: Markup {
        guard request.details != nil, site.facts.category(request.category)?.mayBePublic == true else { return .empty }
        guard tracked.decision != nil || request.status == .open else { return .empty }
        return TextState(site: site, review: request.review, decision: tracked.decision, now: tracked.now, appeal: pages.appeal).markup
    }

    /// New contacts of whoever asked are stopped; help is not.
    private var servedByTown: Markup {
        div(.class("notice warning")) {
            icon("warning")
            div {
                p { t("tracking.servedByTown", ["name": tracked.ownerName]) }
                p { a(.class("link"), .href(links.ownStop)) { t("stop.link") } }
            }
        }
    }

    private var back: Markup {
        guard let path = pages.back else { return .empty }
        return a(.class("back"), .href(path)) {
            icon("arrow-left")
            tracked.isUnderMandate ? t("acting.title", ["name": tracked.beneficiary.shownName]) : t("ownRequests.title")
        }
    }

    private var inName: Markup {
        guard tracked.isUnderMandate else { return .empty }
        return div(.class("notice info")) {
            icon("people")
            div { p { t("acting.notice", ["name": tracked.beneficiary.shownName]) } }
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

    /// Nobody has answered for long: does it stay?
    private var ending: Markup {
        if news == .renewed {
            return div(.class("notice success"), .role("status")) {
                icon("check")
                div { p { t("tracking.renewed") } }
            }
        }
        guard tracked.isEnding else { return .empty }
        return div(.class("notice warning")) {
            icon("clock")
            div {
                p { t("tracking.ending") }
                ButtonForm(action: pages.renewal, label: t("tracking.renew"), style: "button").markup
            }
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

    private var pair: Markup {
        guard let standing, let match = tracked.match else { return .empty }
        return StandingBox(site: site, standing: standing, root: tracked.isUnderMandate ? nil : pages.conversation(match.id)).markup
    }

    private var keep: Markup {
        guard pages.isByLink else { return .empty }
        return div(.class("notice info")) {
            icon("lock")
            div { p { t("tracking.link", ["reference": request.reference.text]) } }
        }
    }
}
