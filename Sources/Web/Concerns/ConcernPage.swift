import Domain
import HTML
import Localization
import UseCases

/// One worry, for whoever sees to it: whom, what was seen, by when; taken in hand and closed with a button each.
struct ConcernPage: Page {
    let site: Site
    let opened: ConcernCare.Opened
    let path: String
    let isByLink: Bool
    let state: FormState

    private var concern: Concern { opened.concern }
    private var heading: String { t("concern.kind.\(concern.kind.rawValue)") }
    var title: String { state.refusal == nil ? heading : t("form.errorTitle", ["title": heading]) }
    var mainClass: String? { "page sheet" }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            isByLink ? .empty : BackLink(path: links.concerns, label: t("concern.list")).markup,
            div(.class("page-header")) {
                p(.class("meta")) { t("concern.one") }
                h1 { heading }
                p(.class("lead")) { ConcernWords(t: t, now: opened.now).state(concern) }
            },
            fields.errorSummary,
            facts,
            concern.isOpen ? .list([concern.takenAt == nil ? taking : .empty, closing]) : .empty,
            Emergency(t: t).markup,
            p(.class("meta")) { t("guided.journaled") },
        ])
    }

    private var facts: Markup {
        let person = opened.subject
        return dl(.class("summary")) {
            row("concern.fact.who", .text(person?.fullName ?? concern.who ?? t("concern.fact.nobody")))
            if let phone = person?.phone { row("concern.fact.phone", RequestWords(site: site).telephone(phone)) }
            if let place = person?.place { row("concern.fact.place", .text(place)) }
            if let born = person?.bornOn { row("concern.fact.born", .text(born.typed)) }
            if person != nil, let who = concern.who { row("concern.fact.said", .text(who)) }
            if let words = concern.words { row("concern.fact.words", .text(words)) }
            row("concern.fact.raised", .text("\(opened.raiser), \(t.dateTime(concern.raisedAt.milliseconds))"))
            if let reference = concern.reference { row("concern.fact.reference", .text(reference.text)) }
            if let centre = opened.organisation { row("concern.fact.centre", .text(centre)) }
            row("concern.fact.owner", .text(opened.ownerName))
            if let words = concern.resultWords { row("concern.fact.result", .text(words)) }
        }
    }

    private func row(_ key: String, _ value: Markup) -> Markup {
        div {
            dt { t(key) }
            dd { value }
        }
    }

    private var taking: Markup {
        HTML.form(.class("stack"), .method("post"), .action(path), .attr("novalidate", "")) {
            if isByLink {
                fields.input("name", t("organisation.answerer"), hint: t("organisation.answerer.hint"), optional: true, maxlength: 80)
            }
            div(.class("actions")) { button(.class("button large"), .type("submit")) { t("concern.take") } }
        }
    }

    private var closing: Markup {
        details(state.values["result"] != nil || state.refused("result") != nil || concern.takenAt != nil ? .attr("open", "") : nil) {
            summary { t("concern.close") }
            HTML.form(.class("stack"), .method("post"), .action(path + "/fin"), .attr("novalidate", "")) {
                fieldset(.class(state.refused("result") == nil ? "field" : "field invalid")) {
                    legend { t("concern.result") }
                    fields.error("result")
                    div(.class("tiles")) {
                        for (place, result) in Concern.Result.allCases.enumerated() {
                            fields.tile("result", result.rawValue, t("concern.result.\(result.rawValue)"), first: place == 0)
                        }
                    }
                }
                fields.area("words", t("concern.result.words"), hint: t("concern.words.hint"), optional: true, maxlength: 1_000, rows: 3)
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("concern.close.act") } }
            }
        }
    }
}

/// How it stands, in words.
struct ConcernWords {
    let t: Localizer
    let now: Moment

    func state(_ concern: Concern) -> String {
        if let result = concern.result { return t("concern.result.\(result.rawValue)") }
        if let taker = concern.taker { return t("concern.inHand", ["name": taker]) }
        guard concern.reminders == 0, !concern.isOverdue(now) else { return t("concern.overdue") }
        return t("concern.due", ["deadline": t.deadline(concern.dueAt.milliseconds, now: now.milliseconds)])
    }
}

/// Those that somebody answers for; whom they are about is one page further.
struct ConcernsPage: Page {
    let site: Site
    let concerns: [Concern]
    let now: Moment

    var title: String { t("concern.list") }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { concerns.isEmpty ? t("concern.none") : t("concern.list.lead", count: concerns.count) }
            },
            ul(.class("todo")) { for concern in concerns { line(concern) } },
            Emergency(t: t).markup,
        ])
    }

    private func line(_ concern: Concern) -> Markup {
        let isLate = concern.takenAt == nil && (concern.reminders > 0 || concern.isOverdue(now))
        return li(.class(isLate ? "late" : nil)) {
            div {
                h2 { a(.href(links.concern(concern.id))) { t("concern.kind.\(concern.kind.rawValue)") } }
                p { ConcernWords(t: t, now: now).state(concern) }
                p(.class("meta")) { t("concern.since", ["time": t.dateTime(concern.raisedAt.milliseconds)]) }
            }
        }
    }
}
