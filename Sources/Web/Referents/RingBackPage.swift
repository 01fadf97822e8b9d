import Domain
import HTML
import Localization
import UseCases

/// One call: the number, the words to say, what came of it.
struct RingBackPage: Page {
    let site: Site
    let call: OpenedCall

    var title: String { t("calls.title.one", ["name": call.person.shownName]) }
    var mainClass: String? { "page sheet" }

    private var ringBack: RingBack { call.ringBack }
    private var words: RequestWords { RequestWords(site: site) }

    var content: Markup {
        .list([
            BackLink(path: links.ringBacks, label: t("referent.tab.calls")).markup,
            div(.class("page-header")) {
                p(.class("meta")) { "\(t("calls.reason.\(ringBack.reason.rawValue)")), \(call.request.reference.text)" }
                h1 { title }
                telephone
                p(.class("meta")) { facts }
            },
            script,
            TimeProposalBox(site: site, proposals: call.proposals, now: call.now, isHeard: true) { links.guidedTime(call.request.id, $0) }
                .markup,
            SecondHeardBox(site: site, second: call.second, helperName: call.helperName).markup, messages, answer,
            p { a(.class("link"), .href(links.guidedRequest(call.request.id))) { t("calls.request") } },
        ])
    }

    private var telephone: Markup {
        guard let phone = call.person.phone else { return p { t("calls.noPhone") } }
        return p(.class("lead")) { words.telephone(phone) }
    }

    private var facts: String {
        let language = t("language.\(call.person.language)")
        let attempts = t("calls.attempts", count: ringBack.attempts)
        let last = ringBack.lastResult.map { t("calls.last.\($0.rawValue)") }
        return [t("calls.speaks", ["language": language]), attempts, last].compactMap(\.self).joined(separator: ", ")
    }

    private var script: Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                h2 { t("calls.say") }
                p { t("calls.script.hello", ["name": site.viewer?.person.firstName ?? "", "town": site.town.name]) }
                p { t("calls.script.\(scriptKey)", names) }
                if ringBack.reason == .agreement { p { notice } }
                if let decision = call.decision {
                    p { t("textState.\(decision.appeal?.answer == nil ? decision.verdict.rawValue : "answered")") }
                    DecisionWords(t: t, decision: decision).markup
                }
            }
        }
    }

    private var messages: Markup {
        guard !call.messages.isEmpty else { return .empty }
        return section(.class("stack"), .aria("labelledby", "messages")) {
            h2(.id("messages")) {
                t("calls.messages", ["helper": call.isToHelper ? call.askerName : call.helperName ?? t("calls.aNeighbour")])
            }
            ol(.class("messages")) {
                for message in call.messages {
                    li(.class("message")) {
                        p(.class("meta")) { t.dateTime(message.sentAt.milliseconds) }
                        p { message.body }
                    }
                }
            }
        }
    }

    /// To the asker, or to the person for whom somebody else asked.
    private var scriptKey: String {
        if call.isToHelper, [.message, .cancelled, .outcome].contains(ringBack.reason) { return "\(ringBack.reason.rawValue).helper" }
        return ringBack.reason == .matched && !call.isToAsker ? "matched.other" : ringBack.reason.rawValue
    }

    private var names: [String: any Localizer.Argument] {
        [
            "asker": call.askerName, "beneficiary": call.beneficiaryName, "helper": call.helperName ?? t("calls.aNeighbour"),
            "category": words.category(call.request.category), "reference": call.request.reference.text,
            "when": words.when(call.request.wanted),
            "second": call.second?.name ?? t("calls.aNeighbour"),
        ]
    }

    private var notice: String {
        t(
            "calls.script.notice",
            ["controller": site.town.settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": site.town.name])])
    }

    @MarkupBuilder private var answer: Markup {
        if ringBack.doneAt != nil {
            p { t("calls.done") }
        } else {
            section(.class("stack"), .aria("labelledby", "reponse")) {
                h2(.id("reponse")) { t("calls.answer") }
                HTML.form(.method("post"), .action(links.ringBackResult(ringBack.id))) {
                    HTML.input(.type("hidden"), .name("attempts"), .value(ringBack.attempts))
                    if ringBack.reason == .message {
                        Fields(t: t, state: FormState()).area(
                            "answer", t("calls.dictated"), hint: t("calls.dictated.hint"), optional: true, maxlength: 1_000, rows: 3)
                    }
                    div(.class("actions")) {
                        if ringBack.reason == .agreement { elsewhere(links.agreement(call.request.id), "calls.note.agreement") }
                        if ringBack.reason == .outcome { elsewhere(links.guidedOutcome(call.request.id), "calls.note.outcome") }
                        for result in ringBack.reason.results { choice(result) }
                    }
                }
            }
        }
    }

    private func elsewhere(_ path: String, _ key: String) -> Markup { a(.class("button"), .href(path)) { t(key) } }

    private func choice(_ result: RingBack.Result) -> Markup {
        button(.class(result == .told ? "button" : "button secondary"), .type("submit"), .name("result"), .value(result.rawValue)) {
            t("calls.result.\(result.rawValue)")
        }
    }
}
