import Domain
import HTML
import Localization
import UseCases

/// The mandates of a referent's quartiers: whom to hear first, then what ends soon, then the rest.
struct GuidedMandatesPage: Page {
    let site: Site
    let desk: Mandating.Desk
    let done: String?

    var title: String { t("guidedMandates.title") }

    private var words: MandateWords { MandateWords(site: site) }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("guidedMandates.lead") }
            },
            ReferentTabs(site: site).markup,
            MandateNotice(t: t, done: done).markup,
            p(.class("actions")) { a(.class("button"), .href(links.newGuidedMandate)) { t("guidedMandates.open") } },
            part("pending", desk.pending), part("ending", desk.ending), part("current", desk.current),
        ])
    }

    private func part(_ name: String, _ lines: [Mandating.Line]) -> Markup {
        section(.class("stack section"), .aria("labelledby", name)) {
            h2(.id(name)) { t("guidedMandates.\(name)") }
            if lines.isEmpty { p { t("guidedMandates.\(name).none") } } else { ul(.class("todo")) { for line in lines { item(line) } } }
        }
    }

    private func item(_ line: Mandating.Line) -> Markup {
        let mandate = line.mandate
        let name = line.represented.shownName
        return li(.class(mandate.isEnding(desk.now) ? "soon" : nil)) {
            div {
                p { span(.class(words.badge(mandate, now: desk.now))) { words.standing(mandate, now: desk.now) } }
                h3 { t("guidedMandates.line", ["represented": name, "holder": words.holder(line)]) }
                p(.class("meta")) {
                    mandate.attempts == 0 || mandate.state != .pending
                        ? words.powers(mandate) : words.powers(mandate) + ", " + t("calls.attempts", count: mandate.attempts)
                }
            }
            div(.class("actions")) {
                if mandate.mayBeConfirmed(desk.now) {
                    go(links.guidedMandate(mandate.id), "guidedMandates.hear", name, style: "button small")
                }
                if mandate.isInForce(desk.now) { inForce(mandate, name) }
            }
        }
    }

    private func inForce(_ mandate: Mandate, _ name: String) -> Markup {
        let pages = MandatePages(links, mandate.id)
        return .list([
            mandate.kind == .structure ? go(links.mandate(mandate.id), "mandates.act", name) : .empty,
            go(pages.acts, "mandates.acts", name), go(pages.proof, "mandates.proof", name),
            ButtonForm(
                action: links.mandateLetter(mandate.id), label: t("guidedMandates.letter"), style: "button secondary small",
                complement: name
            )
            .markup,
            ButtonForm(action: pages.end, label: t("mandates.revoke"), style: "button secondary danger small", complement: name).markup,
        ])
    }

    private func go(_ path: String, _ key: String, _ name: String, style: String = "button secondary small") -> Markup {
        a(.class(style), .href(path)) {
            t(key)
            span(.class("visually-hidden")) { "\u{A0}: \(name)" }
        }
    }
}

/// A mandate of the structure, for somebody of the own quartiers.
struct NewGuidedMandatePage: Page {
    let site: Site
    let state: FormState

    var title: String {
        state.refusal == nil ? t("guidedMandates.open") : t("form.errorTitle", ["title": t("guidedMandates.open")])
    }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            BackLink(path: links.guidedMandates, label: t("guidedMandates.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("guidedMandates.open") }
                p(.class("lead")) { t("guidedMandates.open.lead", ["town": site.town.name]) }
            },
            HTML.form(.method("post"), .action(links.newGuidedMandate), .attr("novalidate", "")) {
                div(.class("row")) {
                    fields.input("firstName", t("ask.who.firstName"), autocomplete: "off", maxlength: 60)
                    fields.input("lastName", t("ask.who.lastName"), optional: true, autocomplete: "off", maxlength: 60)
                }
                fields.input("phone", t("ask.who.phone"), kind: .tel, optional: true, autocomplete: "off")
                MandatePlace(site: site, fields: fields).markup
                MandateFields(t: t, fields: fields).markup
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("form.continue") } }
            },
        ])
    }
}
