import Domain
import HTML
import Localization
import UseCases

/// One request as its referent sees it: the people, the facts, what was done, and what can be done now.
struct GuidedRequestPage: Page {
    let site: Site
    let opened: OpenedRequest
    let isDone: Bool
    /// What came of an answer to another time.
    var answered: String?

    var title: String { "\(RequestWords(site: site).category(opened.request.category)), \(opened.request.reference.text)" }

    private var request: HelpRequest { opened.request }
    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            site.viewer?.actor.isGuide == true
                ? BackLink(path: links.referent, label: t("referent.tab.todo")).markup
                : BackLink(path: links.callBacks, label: t("callBacks.title")).markup,
            div(.class("page-header")) {
                p(.class("meta")) { request.reference.text }
                h1 { words.category(request.category) }
                p(.class("lead")) { words.state(request) }
                if request.status == .open || request.status == .awaitingAgreement { p { words.clock(request.rungDue, now: opened.now) } }
            },
            isDone
                ? div(.class("notice success"), .role("status")) {
                    icon("check")
                    div { p { t("guided.done") } }
                } : .empty,
            TimeProposalNotice(t: t, result: answered).markup, stopped, organisation,
            GuidedAppointment(site: site, opened: opened).markup, GuidedNoShow(site: site, opened: opened).markup,
            TimeProposalBox(site: site, proposals: opened.proposals, now: opened.now, isHeard: true) { links.guidedTime(request.id, $0) }
                .markup,
            SecondHeardBox(site: site, second: opened.second, helperName: opened.helper?.shownName).markup,
            GuidedRequestActions(site: site, opened: opened).markup,
            div(.class("split")) {
                GuidedRequestPeople(site: site, opened: opened).markup
                facts
            },
            GuidedRequestHistory(site: site, opened: opened).markup,
        ])
    }

    /// Whoever has no mail hears why from the referent.
    private var stopped: Markup {
        guard let stop = opened.stop else { return .empty }
        return div(.class("notice warning")) {
            icon("warning")
            div {
                p { t("guided.stopped") }
                if !opened.asker.isMailed { p { t("guided.stopped.tell", ["why": t("stop.why.\(stop.reason.rawValue)")]) } }
            }
        }
    }

    /// Which organisation is asked, until when; or has it, since when.
    private var organisation: Markup {
        guard request.isLive, let asked = opened.organisation else { return .empty }
        return div(.class("notice info")) {
            icon("people")
            div {
                if let at = asked.acceptedAt {
                    p { t("guided.organisation.has", ["name": asked.name, "date": t.dateTime(at.milliseconds)]) }
                    if let who = asked.answerer { p { t("guided.organisation.answerer", ["name": who]) } }
                } else {
                    p {
                        t(
                            "guided.organisation.asked",
                            ["name": asked.name, "deadline": t.deadline(asked.dueAt.milliseconds, now: opened.now.milliseconds)])
                    }
                }
                p(.class("meta")) { t("guided.organisation.owner", ["name": asked.ownerName]) }
            }
        }
    }

    private var facts: Markup {
        section(.class("stack"), .aria("labelledby", "besoin")) {
            h2(.id("besoin")) { t("guided.facts") }
            dl(.class("summary")) {
                row("guided.when", words.when(request.wanted))
                row("guided.appointment", opened.match?.appointmentAt.map { t.dateTime($0.milliseconds) })
                row("guided.place", words.place(request.neighbourhood))
                row("guided.address", opened.beneficiary.place)
                row("guided.details", request.details)
                row("guided.constraints", request.constraints)
                row("guided.criteria", criteria)
                row("guided.door", t("guided.door.\(request.door.rawValue)"))
                row("guided.takenBy", opened.takenBy)
                if !opened.beside.isEmpty { beside }
                row("guided.owner", opened.owner.name)
            }
        }
    }

    /// What else was asked for in the same call.
    private var beside: Markup {
        div {
            dt { t("guided.beside") }
            dd {
                ul {
                    for one in opened.beside {
                        li { a(.href(links.guidedRequest(one.id))) { "\(words.category(one.category)), \(one.reference.text)" } }
                    }
                }
            }
        }
    }

    private var criteria: String {
        Criterion.allCases.filter(request.criteria.contains).map { t("criterion.\($0.rawValue)") }.joined(separator: ", ")
    }

    private func row(_ key: String, _ value: String?) -> Markup {
        guard let value, !value.isEmpty else { return .empty }
        return div {
            dt { t(key) }
            dd { value }
        }
    }
}

/// Who asked, who is helped, who helps: names and numbers, whose reading was journaled.
struct GuidedRequestPeople {
    let site: Site
    let opened: OpenedRequest

    private var t: Localizer { site.t }
    private var words: RequestWords { RequestWords(site: site) }

    var markup: Markup {
        section(.class("stack"), .aria("labelledby", "personnes")) {
            h2(.id("personnes")) { t("guided.people") }
            person("guided.asker", opened.asker)
            if opened.request.isForSomebodyElse { person("guided.beneficiary", opened.beneficiary) }
            if let helper = opened.helper { person("guided.helper", helper) }
            p(.class("meta")) { t("guided.journaled") }
        }
    }

    private func person(_ role: String, _ person: Person) -> Markup {
        div(.class("box")) {
            p(.class("meta")) { t(role) }
            h3 { person.fullName }
            if let phone = person.phone { p { words.telephone(phone) } }
            if let email = person.email {
                p {
                    a(.class("link"), .href("mailto:\(email.text)")) {
                        icon("mail")
                        email.text
                    }
                }
            }
            p(.class("meta")) { t("guided.channel.\(person.channel.rawValue)") }
        }
    }
}

/// What happened so far, in words.
struct GuidedRequestHistory {
    let site: Site
    let opened: OpenedRequest

    private var t: Localizer { site.t }

    var markup: Markup {
        section(.class("stack section"), .aria("labelledby", "histoire")) {
            h2(.id("histoire")) { t("guided.history") }
            ol(.class("timeline")) {
                for event in opened.events { item(event) }
            }
        }
    }

    private func item(_ event: RequestEvent) -> Markup {
        li(.class("done")) {
            span(.class("window")) { icon("check") }
            div {
                h3 { sentence(event.what) }
                if case .asked(_, _, _, _, let rung, let reasoning?) = event.what {
                    WaveWords(t: t, rung: rung, reasoning: reasoning).markup
                }
                p(.class("meta")) { t.dateTime(event.at.milliseconds) }
            }
        }
    }

    private func sentence(_ what: RequestEvent.What) -> String {
        switch what {
        case .received(let door): t("guided.event.received.\(door.rawValue)")
        case .agreed(let channel): t("guided.event.agreed.\(channel.rawValue)")
        case .asked(let count, let yes, let no, let later, _, _):
            ([t("guided.event.asked", count: count)]
                + [("yes", yes), ("no", no), ("later", later)].filter { $0.1 > 0 }.map { t("guided.event.answer.\($0.0)", count: $0.1) })
                .joined(separator: ", ")
        case .matched(let origin): t("guided.event.matched.\(origin.rawValue)")
        case .organisationAsked(let name): t("guided.event.organisation.asked", ["name": name])
        case .organisationAnswered(let name, let answer): t("guided.event.organisation.\(answer.rawValue)", ["name": name])
        case .withdrew: t("guided.event.withdrew")
        case .rangAgain: t("guided.event.rangAgain")
        case .rang(let reason, _): t("guided.event.rang", ["reason": t("calls.reason.\(reason.rawValue)")])
        case .dispatched(let result): t("guided.event.dispatched.\(result.rawValue)")
        case .ended(let side, let result, let reason):
            [
                t("guided.event.ended.\(side.rawValue)", ["result": t("outcome.result.\(result.rawValue)")]),
                reason.map { t("outcome.reason.\($0.rawValue)") },
            ].compactMap(\.self).joined(separator: " ")
        case .cancelled(let reason): t(reason.map { "guided.event.cancelled.\($0.rawValue)" } ?? "guided.event.cancelled")
        }
    }
}
