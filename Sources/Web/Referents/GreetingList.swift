import Domain
import HTML
import Localization
import UseCases

/// People of the quartier who would like a word: one line each, done in one tap.
struct GreetingList {
    let site: Site
    let kind: Greeting.Kind
    let people: [Greeting]
    let now: Moment

    private var t: Localizer { site.t }

    var markup: Markup {
        ul(.class("todo")) { for person in people { item(person) } }
    }

    private func item(_ person: Greeting) -> Markup {
        li {
            div {
                h3 { person.name }
                p(.class("meta")) {
                    [
                        RequestWords(site: site).place(person.neighbourhood),
                        t("referent.\(kind.rawValue).since", ["ago": t.ago(person.since.milliseconds, now: now.milliseconds)]),
                        kind == .welcome && person.isHelper ? t("referent.welcome.helper") : nil,
                    ].compactMap(\.self).joined(separator: ", ")
                }
            }
            div(.class("actions")) {
                ButtonForm(
                    action: kind == .welcome ? site.links.welcome(person.person) : site.links.newsGiven(person.person),
                    label: t("referent.\(kind.rawValue).done"), style: "button small", complement: person.name
                ).markup
                if person.isHelper {
                    a(.class("button secondary small"), .href(site.links.trust(person.person))) {
                        t("referent.helper.open")
                        span(.class("visually-hidden")) { " " + person.name }
                    }
                }
            }
        }
    }
}
