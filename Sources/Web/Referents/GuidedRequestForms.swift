import Domain
import HTML
import Localization
import UseCases

/// The small pages on which a referent notes something about one request.
protocol GuidedForm: Page {
    var opened: OpenedRequest { get }
    var state: FormState { get }
    var heading: String { get }
    var action: String { get }
    var button: String { get }
    var isDestructive: Bool { get }
    var lead: Markup { get }
    var inputs: Markup { get }
}

extension GuidedForm {
    var mainClass: String? { "page sheet" }
    var title: String { state.refusal == nil ? heading : t("form.errorTitle", ["title": heading]) }
    var isDestructive: Bool { false }
    var lead: Markup { .empty }
    var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.guidedRequest(opened.request.id), label: t("guided.back")).markup,
            div(.class("page-header")) {
                p(.class("meta")) { opened.request.reference.text }
                h1 { heading }
            },
            lead, fields.errorSummary,
            HTML.form(.method("post"), .action(action), .attr("novalidate", "")) {
                inputs
                div(.class("actions")) {
                    HTML.button(.class(isDestructive ? "button secondary danger" : "button"), .type("submit")) { button }
                    a(.class("button quiet"), .href(links.guidedRequest(opened.request.id))) { t("guided.back") }
                }
            },
        ])
    }

    func group(_ name: String, _ label: String, hint: String? = nil, @MarkupBuilder tiles: () -> Markup) -> Markup {
        fieldset(.class(state.refused(name) == nil ? "field" : "field invalid")) {
            legend { label }
            if let hint { p(.class("hint")) { hint } }
            fields.error(name)
            div(.class("tiles")) { tiles() }
        }
    }
}

/// Did the person for whom somebody else asked agree? (G-06)
struct AgreementPage: GuidedForm {
    let site: Site
    let opened: OpenedRequest
    let state: FormState

    var heading: String { t("agreement.title", ["name": opened.beneficiary.firstName]) }
    var action: String { links.agreement(opened.request.id) }
    var button: String { t("agreement.save") }

    var lead: Markup {
        let words = ConsentWords(t, site.town)
        let category = RequestWords(site: site).category(opened.request.category)
        return .list([
            opened.beneficiary.phone.map { phone in p(.class("lead")) { RequestWords(site: site).telephone(phone) } } ?? .empty,
            div(.class("notice info")) {
                icon("talk")
                div {
                    h2 { t("calls.say") }
                    p { t("calls.script.hello", ["name": site.viewer?.person.firstName ?? "", "town": site.town.name]) }
                    p { t("calls.script.agreement", ["asker": opened.asker.shownName, "category": category]) }
                    for line in words.lines(.agreementNotice) { p { line } }
                    if opened.beneficiary.phone != nil { for line in words.lines(.givePhone) { p { line } } }
                }
            },
        ])
    }

    var inputs: Markup {
        .list([
            group("answer", t("agreement.answer")) {
                fields.tile("answer", "yes", t("agreement.yes"), icon: "check", first: true)
                fields.tile("answer", "no", t("agreement.no"), icon: "cross")
                fields.tile("answer", "unreachable", t("agreement.unreachable"), icon: "phone", hint: t("agreement.unreachable.hint"))
            },
            group("channel", t("agreement.channel")) {
                for (position, channel) in HelpRequest.Agreement.Channel.allCases.enumerated() {
                    fields.tile("channel", channel.rawValue, t("agreement.channel.\(channel.rawValue)"), first: position == 0)
                }
            },
            fields.input("heardOn", t("agreement.heardOn"), kind: .date, hint: t("agreement.heardOn.hint"), optional: true, short: true),
            group("noticeGiven", t("agreement.notice.label")) {
                fields.tile("noticeGiven", "yes", t("agreement.notice"), first: true, box: true)
            },
            opened.beneficiary.phone == nil
                ? .empty
                : group("sharePhone", t("call.share.label")) {
                    fields.tile("sharePhone", "yes", t("call.share.yes"), first: true)
                    fields.tile("sharePhone", "no", t("call.share.no"))
                },
        ])
    }
}

/// How it went, as the referent heard it.
struct GuidedOutcomePage: GuidedForm {
    let site: Site
    let opened: OpenedRequest
    let state: FormState

    var heading: String { t("guided.outcome.title") }
    var action: String { links.guidedOutcome(opened.request.id) }
    var button: String { t("guided.outcome.save") }

    var inputs: Markup {
        .list([
            group("result", t("guided.outcome.question")) {
                for (position, result) in Outcome.Result.allCases.enumerated() {
                    fields.tile("result", result.rawValue, t("outcome.result.\(result.rawValue)"), first: position == 0)
                }
            },
            fields.choice(
                "reason", t("guided.outcome.reason"), Outcome.Reason.allCases.map { ($0.rawValue, t("outcome.reason.\($0.rawValue)")) },
                hint: t("guided.outcome.reason.hint"), optional: true),
        ])
    }
}

/// Closing a request that nobody can or need answer.
struct GuidedCancellationPage: GuidedForm {
    let site: Site
    let opened: OpenedRequest
    let state: FormState

    var heading: String { t("guided.cancel.title") }
    var action: String { links.guidedCancellation(opened.request.id) }
    var button: String { t("guided.cancel.save") }
    var isDestructive: Bool { true }

    var lead: Markup { p { t("guided.cancel.lead") } }

    var inputs: Markup {
        .list([
            group("reason", t("guided.cancel.reason")) {
                for (position, reason) in CancelReason.offered.enumerated() {
                    fields.tile("reason", reason.rawValue, t("guided.cancel.reason.\(reason.rawValue)"), first: position == 0)
                }
            },
            group("told", t("guided.cancel.told.label"), hint: t("guided.cancel.told.hint")) {
                fields.tile("told", "yes", t("guided.cancel.told"), first: true, box: true)
            },
        ])
    }
}
