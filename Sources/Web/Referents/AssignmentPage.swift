import Domain
import HTML
import Localization
import UseCases

/// Asking somebody in person: a few neighbours, or whoever has exactly this number or address.
struct AssignmentPage: Page {
    let site: Site
    let helpers: PossibleHelpers
    let state: FormState

    var title: String { state.refusal == nil ? t("assign.title") : t("form.errorTitle", ["title": t("assign.title")]) }
    var mainClass: String? { "page sheet" }

    private var request: HelpRequest { helpers.request }
    private var words: RequestWords { RequestWords(site: site) }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.guidedRequest(request.id), label: t("guided.back")).markup,
            div(.class("page-header")) {
                p(.class("meta")) {
                    "\(words.category(request.category)), \(words.place(request.neighbourhood)), \(request.reference.text)"
                }
                h1 { t("assign.title") }
                p { t("assign.lead") }
            },
            fields.errorSummary, found, list("suggested", helpers.suggested), search,
        ])
    }

    private var search: Markup {
        section(.class("stack section"), .aria("labelledby", "chercher")) {
            h2(.id("chercher")) { t("assign.search") }
            HTML.form(.method("post"), .action(links.assignmentSearch(request.id)), .attr("novalidate", "")) {
                fields.input("contact", t("assign.contact"), hint: t("assign.contact.hint"), autocomplete: "off", maxlength: 254)
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("assign.find") } }
            }
        }
    }

    private var found: Markup {
        guard let found = helpers.found else { return .empty }
        return list("found", found)
    }

    private func list(_ name: String, _ people: [PossibleHelper]) -> Markup {
        section(.class("stack section"), .aria("labelledby", name)) {
            h2(.id(name)) { t("assign.\(name)") }
            if people.isEmpty { p { t("assign.\(name).none") } }
            ul(.class("todo")) {
                for person in people { item(person) }
            }
        }
    }

    private func item(_ person: PossibleHelper) -> Markup {
        li {
            div {
                h3 { person.name }
                p(.class("meta")) { meta(person) }
                if let obstacle = person.obstacle { p { t("assign.obstacle.\(obstacle.key)") } }
            }
            if person.obstacle == nil {
                HTML.form(.method("post"), .action(links.assignment(request.id)), .class("actions")) {
                    HTML.input(.type("hidden"), .name("helper"), .value(person.person.text))
                    HTML.input(.type("hidden"), .name("contact"), .value(state["contact"]))
                    button(.class("button small"), .type("submit")) { t("assign.yes", ["name": person.name]) }
                }
            }
        }
    }

    private func meta(_ person: PossibleHelper) -> String {
        let asked = person.lastAskedAt.map { t("assign.asked", ["ago": t.ago($0.milliseconds, now: helpers.now.milliseconds)]) }
        let missed = person.noShows == 0 ? nil : t("assign.noShows", count: person.noShows)
        return [words.place(person.neighbourhood), asked ?? t("assign.neverAsked"), missed].compactMap(\.self).joined(separator: ", ")
    }
}
