import Domain
import HTML
import Localization
import UseCases

/// The town's team: who holds a role, who is invited, and one form.
struct InvitationsPage: Page {
    let site: Site
    let board: Inviting.Board
    let state: FormState
    let done: String?

    var title: String { state.refusal == nil ? t("invitations.title") : t("form.errorTitle", ["title": t("invitations.title")]) }

    var content: Markup {
        .list([
            Fields(t: t, state: state).errorSummary,
            div(.class("page-header")) { h1 { t("invitations.title") } },
            notice,
            AdministrationTabs(site: site, current: links.invitations).markup,
            div(.class("split wide-first")) {
                div(.class("stack")) {
                    members
                    WantedReferents(site: site, wanted: ReferentsWanted.among(site.facts.neighbourhoods, held: board.members.map(\.role)))
                        .markup
                    open
                }
                invite
            },
        ])
    }

    @MarkupBuilder private var notice: Markup {
        if let done, ["invitation", "retrait", "role"].contains(done) {
            div(.class("notice success"), .role("status")) {
                icon("check")
                div { p { t("invitations.done.\(done)") } }
            }
        }
    }

    private func name(_ role: Role) -> String { RoleName(role, site.facts).words(t) }

    private var members: Markup {
        section(.class("stack"), .aria("labelledby", "equipe")) {
            h2(.id("equipe")) { t("invitations.team") }
            table(.class("rows")) {
                caption { span(.class("visually-hidden")) { t("invitations.team") } }
                thead {
                    tr { for key in ["name", "role", "since", "act"] { th(.scope("col")) { t("invitations.\(key)") } } }
                }
                tbody { for member in board.members { row(member) } }
            }
            p { a(.class("link"), .href(links.absences)) { t("invitations.absences") } }
        }
    }

    private func row(_ member: Inviting.Board.Member) -> Markup {
        tr {
            th(.scope("row")) { member.person.fullName }
            td(.data("label", t("invitations.role"))) { name(member.role) }
            td(.data("label", t("invitations.since"))) { t.shortDate(member.since.milliseconds) }
            td(.data("label", t("invitations.act"))) {
                ButtonForm(
                    action: links.endOfRole(member.id), label: t("invitations.revoke"), style: "button secondary danger small",
                    complement: "\(member.person.shownName), \(name(member.role))"
                ).markup
            }
        }
    }

    @MarkupBuilder private var open: Markup {
        if !board.invitations.isEmpty {
            section(.class("stack"), .aria("labelledby", "invites")) {
                h2(.id("invites")) { t("invitations.open") }
                ul(.class("todo")) { for invitation in board.invitations { item(invitation) } }
            }
        }
    }

    private func item(_ invitation: Invitation) -> Markup {
        let email = invitation.email?.text ?? ""
        return li {
            div {
                h3 { email }
                p(.class("meta")) {
                    [invitation.role.map(name) ?? "", t("invitations.until", ["date": t.date(invitation.expiresAt.milliseconds)])]
                        .joined(separator: ", ")
                }
            }
            div(.class("actions")) {
                ButtonForm(
                    action: links.endOfInvitation(invitation.id), label: t("invitations.withdraw"), style: "button secondary small",
                    complement: email
                ).markup
            }
        }
    }

    private var invite: Markup {
        let fields = Fields(t: t, state: state)
        return form(.method("post"), .action(links.invitations), .attr("novalidate", ""), .class("box")) {
            h2 { t("invitations.new") }
            fields.input("email", t("ask.contact.email"), kind: .email, autocomplete: "off")
            fieldset(.class(state.refused("role") == nil ? "field" : "field invalid")) {
                legend { t("invitations.role") }
                fields.error("role")
                div(.class("tiles")) {
                    for (position, kind) in Role.Kind.allCases.enumerated() {
                        fields.tile(
                            "role", kind.rawValue, t("invitations.role.\(kind.rawValue)"),
                            hint: t("invitations.role.\(kind.rawValue).hint"),
                            first: position == 0)
                        if kind == .referent, !site.facts.neighbourhoods.isEmpty { div(.class("reveal")) { place(fields) } }
                    }
                }
            }
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("invitations.send") } }
        }
    }

    private func place(_ fields: Fields) -> Markup {
        fields.choice(
            "neighbourhood", t("invitations.place"), site.facts.neighbourhoods.map { ($0.slug, $0.name) },
            hint: t("invitations.place.hint"),
            optional: true)
    }
}
