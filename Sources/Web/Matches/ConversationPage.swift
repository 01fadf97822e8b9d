import Domain
import HTML
import Localization
import UseCases

/// A conversation with all that keeps it safe in sight: the rules on money, the town's promise, the emergency numbers.
struct ConversationPage: Page {
    let site: Site
    let conversation: Conversation
    let way: ConversationsController.Way
    let state: FormState
    var isAppealed = false
    /// Nil where the two are no standing pair.
    var standing: StandingView?

    var title: String {
        let title = t("conversation.title", ["name": conversation.otherName])
        return state.refusal == nil ? title : t("form.errorTitle", ["title": title])
    }
    var mainClass: String? { "page sheet" }

    var request: HelpRequest { conversation.request }

    var content: Markup {
        .list([
            a(.class("back"), .href(way.back)) {
                icon("arrow-left")
                t(conversation.side == .helper ? "conversation.back" : "form.back")
            },
            fields.errorSummary, isAppealed ? AppealNotice(t: t).markup : .empty, header, over,
            MoneyRules(t: t, ceiling: site.town.settings.moneyCeiling).markup, need,
            standing.map { StandingBox(site: site, standing: $0, root: conversation.isUnderMandate ? nil : way.root).markup } ?? .empty,
            ConversationMessages(page: self).markup, ConversationContact(page: self).markup, ConversationEnd(page: self).markup,
            insurance, worry, Emergency(t: t).markup,
        ])
    }

    var fields: Fields { Fields(t: t, state: state) }

    private var header: Markup {
        div(.class("page-header")) {
            h1 { conversation.otherName }
            p(.class("meta")) {
                [site.facts.category(request.category).map { site.label($0) }, site.facts.neighbourhood(request.neighbourhood)?.name]
                    .compactMap(\.self).joined(separator: ", ") + ". " + t("conversation.reference") + " "
                strong { request.reference.text }
            }
            if let name = conversation.beneficiaryName { p { t("conversation.for", ["name": name]) } }
        }
    }

    private var over: Markup {
        guard conversation.match.status != .active else { return .empty }
        return div(.class("notice info")) {
            icon("info")
            div { p { t(conversation.isOpen ? "conversation.ending" : "conversation.over") } }
        }
    }

    /// Whoever helps sees what others do not.
    private var worry: Markup {
        guard conversation.side == .helper, site.viewer != nil, conversation.isOpen else { return .empty }
        return p { a(.class("link"), .href(links.newConcern(.match(conversation.match.id)))) { t("concern.new") } }
    }

    /// What is needed, in the words of the one who asked: for the helper.
    private var need: Markup {
        guard conversation.side == .helper, conversation.match.status == .active else { return .empty }
        return details(.attr("open", "")) {
            summary { t("conversation.need") }
            dl(.class("summary")) {
                row(t("ask.when.label"), WantedWords(t: t).words(request.wanted))
                if let at = conversation.match.appointmentAt { row(t("guided.appointment"), t.dateTime(at.milliseconds)) }
                if let details = request.details, !request.isHeld { row(t("ask.details.details"), details) }
                if let constraints = request.constraints { row(t("ask.details.constraints"), constraints) }
            }
        }
    }

    private func row(_ label: String, _ words: String) -> Markup {
        div {
            dt { label }
            dd { words }
        }
    }

    private var insurance: Markup {
        details {
            summary { t("insurance.title") }
            p { site.town.settings.insurance[site.language] ?? t("insurance.\(conversation.match.frame.rawValue)") }
        }
    }
}

/// Money in sight on every conversation (B-09), and what the town never asks for (B-12).
struct MoneyRules {
    let t: Localizer
    let ceiling: Int

    var markup: Markup {
        div(.class("notice warning")) {
            icon("euro")
            div {
                h2 { t("answer.money.title") }
                ul {
                    li { t("answer.money.card") }
                    li { t("answer.money.ceiling", ["ceiling": ceiling]) }
                    li { t("answer.money.receipt") }
                    li { t("footer.scam") }
                }
            }
        }
    }
}
