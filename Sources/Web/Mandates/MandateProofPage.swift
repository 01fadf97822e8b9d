import Domain
import HTML
import Localization
import UseCases

/// On paper, in large letters: who for whom, what, until when, how it was confirmed, how to revoke it.
struct MandateProofPage: Page {
    let site: Site
    let line: Mandating.Line
    let confirmedBy: String?
    /// The represented person's own link, on a letter to them; never on a proof that is shown to others.
    var ownLink: String?
    let now: Moment

    var title: String { t(ownLink == nil ? "proof.title" : "proof.letter") }
    var mainClass: String? { "page sheet" }

    private var words: MandateWords { MandateWords(site: site) }
    private var mandate: Mandate { line.mandate }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                p(.class("meta")) { t("proof.printed", ["town": site.town.name, "date": t.dateTime(now.milliseconds)]) }
                h1 { title }
            },
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
            },
            div(.class("proof stack")) {
                p(.class("lead")) { t("proof.words", ["represented": line.represented.fullName, "holder": holder]) }
                dl(.class("summary")) {
                    row("powers", words.powers(mandate))
                    row("until", words.standing(mandate, now: now))
                    row("confirmed", confirmed)
                    row("revoke", revoke)
                }
                if let ownLink {
                    h2 { t("proof.own") }
                    p { t("proof.own.words") }
                    p { a(.href(ownLink)) { strong { ownLink } } }
                }
                p { t("proof.limits") }
            },
        ])
    }

    private var holder: String {
        guard let holder = line.holder else { return words.structure }
        let relation = mandate.relation.map { " (\(t("mandate.relation.\($0.rawValue)")))" } ?? ""
        return holder.fullName + relation
    }

    private var confirmed: String {
        guard let confirmation = mandate.confirmation else { return "" }
        return t(
            "proof.confirmed.\(confirmation.channel.rawValue)",
            ["date": t.date(confirmation.at.milliseconds), "name": confirmedBy ?? site.town.name])
    }

    private var revoke: String {
        site.town.settings.phone.map { t("proof.revoke.phone", ["phone": $0]) } ?? t("proof.revoke.words")
    }

    private func row(_ key: String, _ value: String) -> Markup {
        div {
            dt { t("proof.\(key)") }
            dd { value }
        }
    }
}
