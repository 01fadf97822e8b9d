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
            RingBackScript(site: site, call: call).markup,
            TimeProposalBox(site: site, proposals: call.proposals, now: call.now, isHeard: true) { links.guidedTime(call.request.id, $0) }
                .markup,
            SecondHeardBox(site: site, second: call.second, helperName: call.helperName).markup,
            RingBackMessages(site: site, call: call).markup, answer,
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
