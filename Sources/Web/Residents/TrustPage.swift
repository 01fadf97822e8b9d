import Domain
import HTML
import Localization
import UseCases

/// One helper before a referent: contact, tier, what was granted by whom, and the meeting to note.
struct TrustPage: Page {
    let site: Site
    let dossier: Trust.Dossier
    let isOneself: Bool
    let state: FormState
    let done: String?

    private var person: Person { dossier.person }
    private var helper: Helper { dossier.helper }
    private var name: String { person.fullName }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.trust)) {
                icon("arrow-left")
                t("form.back")
            },
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) { h1 { name } },
            notice, facts,
            isOneself ? p { t("refusal.ownTrust") } : .list([minor, TrustMeetingForm(site: site, dossier: dossier, state: state).markup]),
            history,
        ])
    }

    @MarkupBuilder private var notice: Markup {
        if let done, ["rencontre", "retrait", "autorisation"].contains(done) {
            div(.class("notice success"), .role("status")) {
                icon("check")
                div { p { t("trust.done.\(done)") } }
            }
        }
    }

    private var facts: Markup {
        dl(.class("summary")) {
            row(t("trust.tier"), helper.effectiveTier.map { t("trust.tier.\($0.rawValue)") } ?? t("trust.tier.none"))
            row(t("trust.charter"), helper.charterAcceptedAt.map { t.date($0.milliseconds) } ?? t("trust.charter.none"))
            row(t("ask.place.label"), site.facts.neighbourhood(helper.neighbourhood)?.name ?? t("ask.place.unknown"))
            if let phone = person.phone { row(t("ask.contact.phone"), phone.spoken) }
            if let email = person.email { row(t("account.email"), email.text) }
        }
    }

    private func row(_ label: String, _ value: String) -> Markup {
        div {
            dt { label }
            dd { value }
        }
    }

    @MarkupBuilder private var minor: Markup {
        if helper.isMinor {
            section(.class("box"), .aria("labelledby", "parent")) {
                h2(.id("parent")) { t("trust.parent") }
                p { t(helper.hasParentalAuthorisation ? "trust.parent.seen" : "trust.parent.words") }
                helper.hasParentalAuthorisation
                    ? ButtonForm(
                        action: links.endOfAuthorisation(person.id), label: t("trust.parent.end"), style: "button secondary danger"
                    ).markup
                    : ButtonForm(action: links.authorisation(person.id), label: t("trust.parent.button"), style: "button").markup
            }
        }
    }

    @MarkupBuilder private var history: Markup {
        if !dossier.grants.isEmpty {
            section(.class("stack section"), .aria("labelledby", "histoire")) {
                h2(.id("histoire")) { t("trust.history") }
                ul { for grant in dossier.grants { li { line(grant) } } }
            }
        }
    }

    private func line(_ grant: TrustGrant) -> String {
        let words = t(
            "trust.history.grant",
            [
                "tier": t("trust.tier.\(grant.tier.rawValue)"), "date": t.date(grant.metOn.milliseconds),
                "name": dossier.granters[grant.grantedBy]?.shownName ?? "",
            ])
        guard let revokedAt = grant.revokedAt else { return words }
        return words + " " + t("trust.history.revoked", ["date": t.date(revokedAt.milliseconds)])
    }
}
