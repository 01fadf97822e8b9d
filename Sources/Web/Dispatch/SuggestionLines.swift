import Domain
import HTML
import Localization
import UseCases

/// A volunteer among the suggestions: why they, what stands in the way, and what can be done.
struct SuggestedHelperLine {
    let site: Site
    let board: DispatchBoard
    let helper: SuggestedHelper
    let state: FormState

    private var t: Localizer { site.t }
    private var links: Links { site.links }
    private var id: String { "ask-\(helper.person.text)" }

    var markup: Markup {
        li {
            div {
                h3 { helper.name }
                p(.class("meta")) { SuggestionWords(site: site, now: board.now).reasons(helper).joined(separator: ", ") }
                for line in SuggestionWords(site: site, now: board.now).soFar(helper) { p { line } }
                Fields(t: t, state: state).error(id)
                if helper.mayBeAsked { tick }
            }
            if helper.refusal == nil {
                div(.class("actions")) {
                    if helper.mayBeRung { act("dispatch.ring", links.dispatchCalls(board.request.id)) }
                    act("dispatch.yes", links.dispatchYes(board.request.id))
                }
            }
        }
    }

    private var tick: Markup {
        div(.class("tile")) {
            HTML.input(
                .type("checkbox"), .id(id), .name("ask"), .value(helper.person.text), .checked(state[id] == "yes"),
                .aria("describedby", state.refused(id) == nil ? nil : "\(id)-erreur"))
            HTML.label(.for(id)) {
                span {
                    t("dispatch.tick")
                    span(.class("visually-hidden")) { "\u{A0}: \(helper.name)" }
                }
            }
        }
    }

    private func act(_ key: String, _ path: String) -> Markup {
        button(
            .class("button secondary small"), .type("submit"), .attr("formaction", path), .name("helper"), .value(helper.person.text)
        ) {
            t(key)
            span(.class("visually-hidden")) { "\u{A0}: \(helper.name)" }
        }
    }
}

/// An organisation among them.
struct SuggestedOrganisationLine {
    let site: Site
    let board: DispatchBoard
    let organisation: SuggestedOrganisation

    private var t: Localizer { site.t }

    var markup: Markup {
        li {
            div {
                h3 { organisation.name }
                p(.class("meta")) { SuggestionWords(site: site, now: board.now).reasons(organisation).joined(separator: ", ") }
                if let ask = organisation.ask { p { SuggestionWords(site: site, now: board.now).soFar(ask) } }
            }
            if organisation.maySayYes {
                div(.class("actions")) {
                    if organisation.mayBeAsked, board.awaited == nil { act("dispatch.askOrganisation", "sollicitation") }
                    act("dispatch.yes", "oui")
                    if organisation.isAwaited { act("dispatch.no", "non") }
                }
            }
        }
    }

    private func act(_ key: String, _ act: String) -> Markup {
        button(
            .class("button secondary small"), .type("submit"),
            .attr("formaction", site.links.dispatchOrganisation(board.request.id, organisation.organisation, act))
        ) {
            t(key)
            span(.class("visually-hidden")) { "\u{A0}: \(organisation.name)" }
        }
    }
}
