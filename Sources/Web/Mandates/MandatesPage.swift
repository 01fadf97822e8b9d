import Domain
import HTML
import Localization
import UseCases

/// Those one holds, and those one gave.
struct MandatesPage: Page {
    let site: Site
    let board: Mandating.Board
    let done: String?

    var title: String { t("mandates.title") }

    private var words: MandateWords { MandateWords(site: site) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("mandates.lead") }
            },
            AccountParts(site: site, done: nil).tabs,
            MandateNotice(t: t, done: done).markup,
            p(.class("actions")) { a(.class("button"), .href(links.newMandate)) { t("mandates.propose") } },
            part("held", board.held.map(held)), part("given", board.given.map(given)),
        ])
    }

    private func part(_ name: String, _ items: [Markup]) -> Markup {
        section(.class("stack section"), .aria("labelledby", name)) {
            h2(.id(name)) { t("mandates.\(name)") }
            if items.isEmpty { p { t("mandates.\(name).none") } } else { ul(.class("todo")) { Markup.list(items) } }
        }
    }

    private func held(_ line: Mandating.Line) -> Markup {
        let mandate = line.mandate
        let name = line.represented.shownName
        return item(line, t("mandates.for", ["name": name])) {
            if mandate.isInForce(board.now) {
                a(.class("button small"), .href(links.mandate(mandate.id))) {
                    t("mandates.act")
                    complement(name)
                }
                a(.class("button secondary small"), .href(MandatePages(links, mandate.id).proof)) {
                    t("mandates.proof")
                    complement(name)
                }
            }
            if mandate.state == .pending || mandate.isInForce(board.now) { end(line, "mandates.giveBack", name) }
        }
    }

    private func given(_ line: Mandating.Line) -> Markup {
        let mandate = line.mandate
        let name = words.holder(line)
        return item(line, t("mandates.by", ["name": name])) {
            a(.class("button secondary small"), .href(MandatePages(links, mandate.id).acts)) {
                t("mandates.acts")
                complement(name)
            }
            if mandate.confirmation != nil {
                a(.class("button secondary small"), .href(MandatePages(links, mandate.id).proof)) {
                    t("mandates.proof")
                    complement(name)
                }
            }
            if mandate.isInForce(board.now) { end(line, "mandates.revoke", name) }
        }
    }

    private func item(_ line: Mandating.Line, _ heading: String, @MarkupBuilder actions: () -> Markup) -> Markup {
        li {
            div {
                p { span(.class(words.badge(line.mandate, now: board.now))) { words.standing(line.mandate, now: board.now) } }
                h3 { heading }
                p(.class("meta")) { words.powers(line.mandate) }
                if let reader = line.reader { p(.class("meta")) { t("mandates.reader", ["name": reader.name]) } }
            }
            div(.class("actions")) { actions() }
        }
    }

    private func end(_ line: Mandating.Line, _ key: String, _ name: String) -> Markup {
        ButtonForm(
            action: MandatePages(links, line.mandate.id).end, label: t(key), style: "button secondary danger small", complement: name
        ).markup
    }

    private func complement(_ name: String) -> Markup { span(.class("visually-hidden")) { "\u{A0}: \(name)" } }
}

/// Proposing to act for somebody.
struct NewMandatePage: Page {
    let site: Site
    let state: FormState

    var title: String { state.refusal == nil ? t("mandate.new") : t("form.errorTitle", ["title": t("mandate.new")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            BackLink(path: links.ownMandates, label: t("mandates.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("mandate.new") }
                p(.class("lead")) { t("mandate.new.lead") }
            },
            HTML.form(.method("post"), .action(links.newMandate), .attr("novalidate", "")) {
                div(.class("row")) {
                    fields.input("firstName", t("ask.who.firstName"), autocomplete: "off", maxlength: 60)
                    fields.input("lastName", t("ask.who.lastName"), optional: true, autocomplete: "off", maxlength: 60)
                }
                fields.input("phone", t("ask.who.phone"), kind: .tel, hint: t("mandate.phone.hint"), autocomplete: "off")
                fields.choice(
                    "relation", t("mandate.relation"), Mandate.Relation.allCases.map { ($0.rawValue, t("mandate.relation.\($0.rawValue)")) }
                )
                MandatePlace(site: site, fields: fields).markup
                MandateFields(t: t, fields: fields).markup
                PrivacyNotice(site: site).markup
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("mandate.send") } }
            },
        ])
    }
}

/// The quartier of the represented person, where a town has any.
struct MandatePlace {
    let site: Site
    let fields: Fields

    var markup: Markup {
        guard !site.facts.neighbourhoods.isEmpty else { return .empty }
        return fields.choice(
            "neighbourhood", site.t("mandate.place"),
            site.facts.neighbourhoods.map { ($0.slug, $0.name) } + [("unknown", site.t("ask.place.unknown"))])
    }
}
