import Domain
import HTML
import Localization
import UseCases

/// Hearing the represented person: their number, what to say, what they answered.
struct GuidedMandatePage: Page {
    let site: Site
    let dossier: Mandating.Dossier
    let state: FormState

    private var heading: String { t("hearing.title", ["name": person.shownName]) }
    var title: String { state.refusal == nil ? heading : t("form.errorTitle", ["title": heading]) }
    var mainClass: String? { "page sheet" }

    private var line: Mandating.Line { dossier.line }
    private var mandate: Mandate { dossier.mandate }
    private var person: Person { line.represented }
    private var fields: Fields { Fields(t: t, state: state) }
    private var words: MandateWords { MandateWords(site: site) }

    var content: Markup {
        .list([
            BackLink(path: links.guidedMandates, label: t("guidedMandates.title")).markup,
            div(.class("page-header")) {
                h1 { heading }
                p(.class("lead")) {
                    if let phone = person.phone { RequestWords(site: site).telephone(phone) } else { t("calls.noPhone") }
                }
                p { span(.class(words.badge(mandate, now: dossier.now))) { words.standing(mandate, now: dossier.now) } }
            },
            fields.errorSummary,
            mandate.mayBeConfirmed(dossier.now) ? .list([script, form]) : .empty,
        ])
    }

    private var script: Markup {
        let controller = site.town.settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": site.town.name])
        return div(.class("notice info")) {
            icon("talk")
            div {
                h2 { t("calls.say") }
                p { t("calls.script.hello", ["name": site.viewer?.person.firstName ?? "", "town": site.town.name]) }
                p { t("hearing.script", ["holder": holder, "powers": words.powers(mandate)]) }
                p { t("hearing.term", ["term": t("mandate.term", count: mandate.months)]) }
                p { t("calls.script.notice", ["controller": controller]) }
            }
        }
    }

    private var holder: String { line.holder.map(\.fullName) ?? words.structure }

    private var form: Markup {
        HTML.form(.method("post"), .action(links.guidedMandate(mandate.id)), .attr("novalidate", "")) {
            group("answer", t("hearing.answer")) {
                fields.tile("answer", "yes", t("hearing.yes"), icon: "check", first: true)
                fields.tile("answer", "no", t("hearing.no"), icon: "cross")
                fields.tile("answer", "unreachable", t("hearing.unreachable"), icon: "phone")
            }
            agreed
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("hearing.save") } }
        }
    }

    private var agreed: Markup {
        .list([
            group("channel", t("hearing.channel")) {
                for (position, channel) in Mandate.Confirmation.Channel.allCases.enumerated() {
                    fields.tile("channel", channel.rawValue, t("hearing.channel.\(channel.rawValue)"), first: position == 0)
                }
            },
            dossier.known.isEmpty
                ? .empty
                : group("known", t("call.known"), hint: t("hearing.known.hint")) {
                    for (position, known) in dossier.known.enumerated() {
                        fields.tile("known", known.id.text, known.name, icon: "person", first: position == 0)
                    }
                    fields.tile("known", "new", t("call.known.new"), icon: "plus")
                },
            group("noticeGiven", t("call.notice.label")) { fields.tile("noticeGiven", "yes", t("call.notice"), first: true, box: true) },
        ])
    }

    private func group(_ name: String, _ label: String, hint: String? = nil, @MarkupBuilder tiles: () -> Markup) -> Markup {
        fieldset(.class(state.refused(name) == nil ? "field" : "field invalid")) {
            legend { label }
            if let hint { p(.class("hint")) { hint } }
            fields.error(name)
            div(.class("tiles")) { tiles() }
        }
    }
}
