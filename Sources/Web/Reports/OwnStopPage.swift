import Domain
import HTML
import Localization

/// A stop in plain words: since when, why (never by whom), what goes on, and how to disagree.
struct OwnStopPage: Page {
    let site: Site
    let stops: [ContactStop]
    let state: FormState
    let isDone: Bool

    var title: String { state.refusal == nil ? t("stop.title") : t("form.errorTitle", ["title": t("stop.title")]) }
    var mainClass: String? { "page narrow" }

    private var standing: ContactStop? { stops.first(where: \.isStanding) }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.account)) {
                icon("arrow-left")
                t("form.back")
            },
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) {
                h1 { t("stop.title") }
                p(.class("lead")) { t(standing == nil ? "stop.none" : "stop.lead") }
            },
            isDone ? AppealNotice(t: t).markup : .empty,
            standing.map(now) ?? .empty,
            before,
        ])
    }

    private func now(_ stop: ContactStop) -> Markup {
        section(.class("stack"), .aria("labelledby", "arret")) {
            h2(.id("arret")) { t("stop.why") }
            reasons(stop)
            h2 { t("stop.goesOn") }
            p { t("stop.requests") }
            p { t("stop.running") }
            if stop.mayBeAppealed { appeal }
        }
    }

    @MarkupBuilder private func reasons(_ stop: ContactStop) -> Markup {
        p(.class("meta")) { t("stop.since", ["date": t.date(stop.since.milliseconds)]) }
        p { t("stop.why.\(stop.reason.rawValue)") }
        if stop.isStanding { p { t(stop.decidedBy == nil ? "stop.unread" : "stop.read") } }
        if let words = stop.words { p { t("textState.words", ["words": words]) } }
        if let appeal = stop.appeal {
            p { t("textState.yourAppeal", ["words": appeal.words]) }
            if let answer = appeal.answer {
                p { t("mail.stop.answer.\(answer.result.rawValue)") }
                p { t("textState.words", ["words": answer.words]) }
            } else if stop.isStanding {
                p { t("textState.appealed") }
            }
        }
        if let end = stop.endedAt { p { t("stop.ended", ["date": t.date(end.milliseconds)]) } }
    }

    private var appeal: Markup {
        form(.method("post"), .action(links.ownStop), .attr("novalidate", "")) {
            Fields(t: t, state: state).area("words", t("stop.appeal"), hint: t("stop.appeal.hint"), maxlength: 1_000)
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("appeal.send") } }
        }
    }

    private var before: Markup {
        let past = stops.filter { !$0.isStanding }
        guard !past.isEmpty else { return .empty }
        return section(.class("stack section"), .aria("labelledby", "avant")) {
            h2(.id("avant")) { t("stop.before") }
            for stop in past { div(.class("box")) { reasons(stop) } }
        }
    }
}
