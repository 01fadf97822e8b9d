import Domain
import HTML
import Localization
import UseCases

/// The words to say about one request.
struct RingBackScript {
    let site: Site
    let call: OpenedCall
    /// Says who is ringing; once for all that is said in one call.
    var greets = true

    private var t: Localizer { site.t }
    private var ringBack: RingBack { call.ringBack }

    var markup: Markup {
        div(.class("notice info")) {
            icon("talk")
            div {
                if greets {
                    h2 { t("calls.say") }
                    p { t("calls.script.hello", ["name": site.viewer?.person.firstName ?? "", "town": site.town.name]) }
                }
                p { t("calls.script.\(key)", names) }
                if ringBack.reason == .agreement { p { notice } }
                if let decision = call.decision {
                    p { t("textState.\(decision.appeal?.answer == nil ? decision.verdict.rawValue : "answered")") }
                    DecisionWords(t: t, decision: decision).markup
                }
            }
        }
    }

    /// To the asker, or to the person for whom somebody else asked.
    private var key: String {
        if call.isToHelper, [.message, .cancelled, .outcome].contains(ringBack.reason) { return "\(ringBack.reason.rawValue).helper" }
        return ringBack.reason == .matched && !call.isToAsker ? "matched.other" : ringBack.reason.rawValue
    }

    private var names: [String: any Localizer.Argument] {
        [
            "asker": call.askerName, "beneficiary": call.beneficiaryName, "helper": call.helperName ?? t("calls.aNeighbour"),
            "category": RequestWords(site: site).category(call.request.category), "reference": call.request.reference.text,
            "when": RequestWords(site: site).when(call.request.wanted), "second": call.second?.name ?? t("calls.aNeighbour"),
        ]
    }

    private var notice: String {
        t(
            "calls.script.notice",
            ["controller": site.town.settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": site.town.name])])
    }
}

/// What the helper wrote, to be read out.
struct RingBackMessages {
    let site: Site
    let call: OpenedCall

    var markup: Markup {
        guard !call.messages.isEmpty else { return .empty }
        let t = site.t
        return section(.class("stack"), .aria("labelledby", "messages-\(call.ringBack.id.text)")) {
            h2(.id("messages-\(call.ringBack.id.text)")) {
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
}
