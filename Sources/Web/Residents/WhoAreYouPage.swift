import Domain
import HTML
import Localization

/// Several persons share the address that was proved.
struct WhoAreYouPage: Page {
    struct Choice: Sendable {
        var id: ID<Person>
        var name: String
    }

    let site: Site
    let people: [Choice]
    let state: FormState

    var title: String { state.refusal == nil ? t("whoAreYou.title") : t("form.errorTitle", ["title": t("whoAreYou.title")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            fields.errorSummary,
            form(.method("post"), .action(links.signInChoice), .attr("novalidate", "")) {
                input(.type("hidden"), .name("retour"), .value(state["retour"]))
                fieldset(.class("question")) {
                    legend { h1 { t("whoAreYou.title") } }
                    p(.class("hint")) { t("whoAreYou.hint") }
                    div(.class(state.refused("person") == nil ? "field" : "field invalid")) {
                        fields.error("person")
                        div(.class("tiles")) {
                            for (position, choice) in people.enumerated() {
                                fields.tile("person", choice.id.text, choice.name, icon: "person", first: position == 0)
                            }
                            fields.tile("person", "new", t("whoAreYou.new"), icon: "plus")
                        }
                    }
                }
                div(.class("actions")) {
                    button(.class("button"), .type("submit")) {
                        t("form.continue")
                        " "
                        icon("arrow-right")
                    }
                }
            },
        ])
    }
}
