import Domain
import HTML
import Localization
import UseCases

/// One person on the telephone: the number, all that is to be said, and what came of the call.
struct HeldCallerPage: Page {
    let site: Site
    let held: HeldCaller
    let state: FormState

    var title: String { held.name.map { t("calls.title.one", ["name": $0]) } ?? t("callBacks.unknown") }
    var mainClass: String? { "page sheet" }
    var ownAssets: Markup { DeskVeil.assets() }

    private var fields: Fields { Fields(t: t, state: state, marksOptional: false) }

    var content: Markup {
        .list([
            BackLink(path: links.callBacks, label: t("callBacks.title")).markup,
            div(.class("page-header")) {
                h1 { title }
                if let phone = held.phone {
                    p(.class("lead")) { RequestWords(site: site).telephone(phone) }
                } else {
                    p { t("calls.noPhone") }
                }
                if let person = held.person {
                    p(.class("meta")) { t("calls.speaks", ["language": t("language.\(person.language)")]) }
                }
            },
            fields.errorSummary,
            tries,
            .list(held.promises.map(promise)),
            .list(held.calls.map { RingBackItem(site: site, caller: held.key, call: $0, isAmongOthers: held.calls.count > 1).markup }),
            answer,
            p { a(.class("link"), .href(links.newConcern(.caller(held.key)))) { t("concern.new") } },
            Emergency(t: t).markup,
            DeskVeil(t: t).markup,
        ])
    }

    /// At which hours, so that the next try is at another.
    private var tries: Markup {
        guard !held.attempts.isEmpty else { return .empty }
        return section(.class("stack"), .aria("labelledby", "essais")) {
            h2(.id("essais")) { t("callBacks.tries") }
            ul {
                for attempt in held.attempts {
                    li { "\(t.dateTime(attempt.at.milliseconds))\u{A0}: \(t("callBacks.tried.\(attempt.result.rawValue)"))" }
                }
            }
            if !held.untried.isEmpty {
                p(.class("hint")) { t("callBacks.untried", ["parts": t.list(held.untried.map { t("callBacks.part.\($0)") })]) }
            }
        }
    }

    private func promise(_ promise: CallBack) -> Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                h2 { t("callBacks.reason.\(promise.reason.rawValue)") }
                p(.class("meta")) { t("callBacks.noted", ["time": t.dateTime(promise.createdAt.milliseconds)]) }
                p { t("calls.script.hello", ["name": site.viewer?.person.firstName ?? "", "town": site.town.name]) }
                if let words = promise.words { p { words } }
                if let call = promise.call {
                    HTML.form(.method("post"), .action(links.callTakenOver(call))) {
                        button(.class("button small"), .type("submit")) { t("callBacks.openCall") }
                    }
                }
            }
        }
    }

    private var answer: Markup {
        section(.class("stack"), .aria("labelledby", "resultat")) {
            h2(.id("resultat")) { t("calls.answer") }
            HTML.form(.class("stack"), .method("post"), .action(links.callBackResult(held.key)), .attr("novalidate", "")) {
                HTML.input(.type("hidden"), .name("tries"), .value(String(held.tries)))
                if held.calls.contains(where: { $0.ringBack.reason == .message }) {
                    fields.area(
                        "answer", t("calls.dictated"), hint: t("calls.dictated.hint"), optional: true, maxlength: 1_000, rows: 3)
                }
                div(.class("actions")) {
                    if held.canBeTold { choice(.told, "button", t("callBacks.told")) }
                    choice(.noAnswer, "button secondary", t("calls.result.no_answer"))
                    choice(.leftMessage, "button secondary", t("calls.result.left_message"))
                }
                p(.class("hint")) { t("callBacks.nextTry", ["time": t.dateTime(held.next.milliseconds)]) }
            }
            // A form of its own: Enter in the hour must not say that all is told.
            HTML.form(.class("stack"), .method("post"), .action(links.callBackResult(held.key)), .attr("novalidate", "")) {
                HTML.input(.type("hidden"), .name("tries"), .value(String(held.tries)))
                div(.class("row")) {
                    fields.input(
                        "time", t("callBacks.time"), hint: t("callBacks.time.hint"), optional: true, autocomplete: "off", maxlength: 8,
                        short: true)
                    fields.input("day", t("callBacks.day"), kind: .date, optional: true)
                }
                div(.class("actions")) { choice(.later, "button secondary", t("callBacks.later.act")) }
            }
            HTML.form(.method("post"), .action(links.endOfCallBack)) {
                button(.class("button quiet"), .type("submit")) { t("callBacks.release") }
            }
        }
    }

    private func choice(_ result: CallAttempt.Result, _ look: String, _ label: String) -> Markup {
        button(.class(look), .type("submit"), .name("result"), .value(result.rawValue)) { label }
    }
}

/// What is to be said about one request, and where an answer is noted.
struct RingBackItem {
    let site: Site
    let caller: CallerKey
    let call: OpenedCall
    let isAmongOthers: Bool

    private var t: Localizer { site.t }
    private var request: ID<HelpRequest> { call.request.id }

    /// Where nothing is left to say or to ask.
    private var settle: Markup {
        guard call.ringBack.reason.results.contains(.settled) else { return .empty }
        return HTML.form(.method("post"), .action(site.links.callBackSettled(caller))) {
            button(.class("button quiet small"), .type("submit"), .name("call"), .value(call.ringBack.id.text)) {
                t("calls.result.settled")
                span(.class("visually-hidden")) { "\u{A0}: \(t("calls.reason.\(call.ringBack.reason.rawValue)"))" }
            }
        }
    }

    var markup: Markup {
        section(.class("stack section"), .aria("labelledby", "dire-\(call.ringBack.id.text)")) {
            h2(.id("dire-\(call.ringBack.id.text)")) {
                "\(t("calls.reason.\(call.ringBack.reason.rawValue)")), \(call.request.reference.text)"
            }
            RingBackScript(site: site, call: call, greets: !isAmongOthers).markup
            TimeProposalBox(site: site, proposals: call.proposals, now: call.now, isHeard: true) { site.links.guidedTime(request, $0) }
                .markup
            SecondHeardBox(site: site, second: call.second, helperName: call.helperName).markup
            RingBackMessages(site: site, call: call).markup
            settle
            p(.class("actions")) {
                if call.ringBack.reason == .agreement {
                    a(.class("button"), .href(site.links.agreement(request))) { t("calls.note.agreement") }
                }
                if call.ringBack.reason == .outcome {
                    a(.class("button"), .href(site.links.guidedOutcome(request))) { t("calls.note.outcome") }
                }
                a(.class("link"), .href(site.links.guidedRequest(request))) { t("calls.request") }
            }
        }
    }
}
