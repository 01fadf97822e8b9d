import Domain
import HTML
import Localization
import UseCases

/// Telephone and e-mail: hidden until both agree, and hidden again when one takes it back.
struct ConversationContact {
    let page: ConversationPage

    private var t: Localizer { page.t }
    private var conversation: Conversation { page.conversation }
    private var contact: Conversation.Contact { conversation.contact }

    var markup: Markup {
        guard conversation.isOpen, !conversation.isUnderMandate, !conversation.isByTelephone || contact.beneficiaryPhone != nil else {
            return .empty
        }
        return section(.class("stack"), .aria("labelledby", "contact")) {
            h2(.id("contact")) { t("contact.title") }
            div(.class("box tint")) {
                p { standing }
                seen
                if !contact.mine.isEmpty { p(.class("hint")) { t("contact.rule") } }
                for kind in ContactSharing.Kind.allCases where contact.mine[kind] != nil { form(kind) }
            }
        }
    }

    private var standing: String {
        let (mine, theirs) = (contact.sharing.mine, contact.sharing.theirs)
        let name = ["name": conversation.otherName]
        if contact.sharing.isMutual { return t("contact.mutual") }
        if !mine.isEmpty { return t("contact.mine", name) }
        return theirs.isEmpty ? t("contact.hidden") : t("contact.theirs", name)
    }

    private var seen: Markup {
        .list([
            contact.seen[.phone].map { phone in line(t("contact.phoneOf", ["name": conversation.otherName]), TelephoneLink(phone).markup) }
                ?? .empty,
            contact.seen[.email].map { email in
                line(t("contact.emailOf", ["name": conversation.otherName]), a(.class("link"), .href("mailto:\(email)")) { email })
            } ?? .empty,
            contact.beneficiaryPhone.map { phone in
                line(t("contact.phoneOf", ["name": conversation.beneficiaryName ?? ""]), TelephoneLink(phone).markup)
            } ?? .empty,
        ])
    }

    private func line(_ label: String, _ value: Markup) -> Markup {
        p {
            label
            br()
            value
        }
    }

    private func form(_ kind: ContactSharing.Kind) -> Markup {
        let isShown = contact.sharing.mine.contains(kind)
        return HTML.form(.method("post"), .action(page.way.sharing)) {
            input(.type("hidden"), .name("kind"), .value(kind.rawValue))
            button(.class("button secondary"), .type("submit"), .name("shown"), .value(isShown ? "no" : "yes")) {
                icon(kind == .phone ? "phone" : "mail")
                " " + (isShown ? t("contact.hide.\(kind.rawValue)") : t("contact.show.\(kind.rawValue)"))
            }
        }
    }
}

/// Saying how it went, giving up, and telling of a worry.
struct ConversationEnd {
    let page: ConversationPage

    private var t: Localizer { page.t }
    private var conversation: Conversation { page.conversation }

    var markup: Markup {
        section(.class("stack"), .aria("labelledby", "fin")) {
            h2(.id("fin")) { t("conversation.end") }
            div(.class("actions")) {
                if conversation.maySayOutcome { a(.class("button"), .href(outcome)) { t("tracking.say") } }
                if conversation.mayWithdraw {
                    a(.class("button secondary"), .href(page.links.withdrawal(conversation.match.id))) { t("withdrawal.link") }
                }
                if !conversation.isUnderMandate { a(.class("button quiet"), .href(page.way.block)) { t("block.link") } }
                a(.class("button quiet"), .href(conversation.isUnderMandate ? page.links.report : page.way.report)) {
                    icon("flag")
                    " " + t("reporting.person")
                }
            }
        }
    }

    /// The asker says it on the tracking page, by link or by account.
    private var outcome: String {
        if conversation.side == .helper { return page.links.outcome(conversation.match.id) }
        let byLink = page.way.root.hasSuffix("/conversation")
        return byLink ? page.way.back + "/suite" : page.links.ownRequest(conversation.request.id) + "/suite"
    }
}
