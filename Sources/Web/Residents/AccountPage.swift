import Domain
import HTML
import Localization
import UseCases

/// Who one is, how one is reached, where one is signed in.
struct AccountPage: Page {
    let site: Site
    let overview: Account.Overview
    /// The one that looks at this page.
    let session: ID<Session>
    let profile: FormState
    /// What the base said of an address that was refused.
    let place: PlaceFinding?
    let address: FormState
    let done: String?

    private var person: Person { overview.person }
    private var isRefused: Bool { profile.refusal != nil || address.refusal != nil }
    var title: String { isRefused ? t("form.errorTitle", ["title": t("account.title")]) : t("account.title") }

    var content: Markup {
        let parts = AccountParts(site: site, done: done)
        return .list([
            Fields(t: t, state: profile).errorSummary,
            Fields(t: t, state: address).errorSummary,
            div(.class("page-header")) { h1 { t("account.hello", ["name": person.firstName]) } },
            parts.notice, parts.tabs,
            div(.class("split wide-first")) {
                profileForm
                div(.class("stack")) {
                    addressBox
                    sessionsBox
                    dataBox
                    p(.class("link")) { a(.href(links.proposal)) { t("proposal.title") } }
                }
            },
        ])
    }

    private var profileForm: Markup {
        let fields = Fields(t: t, state: profile)
        let resident = ResidentFields(site: site, fields: fields)
        return form(.method("post"), .action(links.account), .attr("novalidate", ""), .class("box")) {
            h2 { t("account.tab.profile") }
            fields.input("firstName", t("account.firstName"), autocomplete: "given-name", maxlength: 60)
            fields.input(
                "lastName", t("account.lastName"), hint: t("account.lastName.hint"), optional: true, autocomplete: "family-name",
                maxlength: 60)
            fields.input("phone", t("ask.contact.phone"), kind: .tel, hint: t("account.phone.hint"), optional: true, autocomplete: "tel")
            PlaceQuestion(site: site, fields: fields, finding: place).markup
            resident.language
            PrivacyNotice(site: site).markup
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("account.save") } }
        }
    }

    private var addressBox: Markup {
        section(.class("box"), .aria("labelledby", "adresse")) {
            h2(.id("adresse")) { t("account.email") }
            p { person.email?.text ?? t("account.email.none") }
            form(.method("post"), .action(links.newAddress), .attr("novalidate", "")) {
                Fields(t: t, state: address).input(
                    "email", t("account.email.new"), kind: .email, hint: t("account.email.hint"), autocomplete: "email")
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("account.email.change") } }
            }
        }
    }

    private var sessionsBox: Markup {
        section(.class("box"), .aria("labelledby", "appareils")) {
            h2(.id("appareils")) { t("account.sessions") }
            dl(.class("summary")) { for open in overview.sessions { row(open) } }
            div(.class("actions")) {
                ButtonForm(action: links.signOut, label: t("account.signOut"), symbol: "logout").markup
                if overview.sessions.count > 1 {
                    ButtonForm(action: links.endOfSessions, label: t("account.signOutAll"), style: "button secondary danger").markup
                }
            }
        }
    }

    private var dataBox: Markup {
        section(.class("box"), .aria("labelledby", "donnees")) {
            h2(.id("donnees")) { t("account.data") }
            p(.class("link")) { a(.href(links.consents)) { t("consents.title") } }
            if overview.wasStopped { p(.class("link")) { a(.href(links.ownStop)) { t("stop.title") } } }
            p(.class("link")) { a(.href(links.ownData)) { t("ownData.title") } }
            p(.class("link")) { a(.href(links.ownErasure)) { t("ownErasure.title") } }
        }
    }

    private func row(_ open: Session) -> Markup {
        let device = open.device.isEmpty ? t("account.sessions.unknown") : open.device
        return div {
            dt { open.id == session ? t("account.sessions.this", ["device": device]) : device }
            dd { t("account.sessions.seen", ["when": t.ago(open.lastSeenAt.milliseconds, now: overview.now.milliseconds)]) }
            if open.id != session {
                dd(.class("change")) {
                    ButtonForm(
                        action: links.endOfSession(open.id), label: t("account.sessions.end"), style: "button quiet small",
                        complement: device
                    ).markup
                }
            }
        }
    }
}
