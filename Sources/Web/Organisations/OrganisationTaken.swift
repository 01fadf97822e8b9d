import Domain
import HTML
import Localization
import UseCases

/// What an organisation has accepted: whom it helps, how to reach them, what was written, and the ways to end it.
struct OrganisationTaken {
    let page: OrganisationAnswerPage

    private var t: Localizer { page.t }
    private var question: OrganisationQuestion { page.question }

    var markup: Markup {
        guard let taken = question.taken else { return .empty }
        return .list([
            MoneyRules(t: t, ceiling: page.site.town.settings.moneyCeiling).markup, facts(taken), contact(taken), messages(taken),
            end(taken),
            insurance,
        ])
    }

    private func facts(_ taken: OrganisationQuestion.Taken) -> Markup {
        section(.class("stack"), .aria("labelledby", "besoin")) {
            h2(.id("besoin")) { t("conversation.need") }
            dl(.class("summary")) {
                row(t("organisation.reference"), taken.reference.text)
                row(t("organisation.who"), taken.askerName)
                row(t("organisation.for"), taken.beneficiaryName)
                row(t("organisation.need"), page.site.label(question.category))
                row(t("ask.when.label"), WantedWords(t: t).words(question.wanted))
                row(t("guided.place"), question.neighbourhood?.name)
                row(t("ask.details.details"), taken.details)
                row(t("ask.details.constraints"), taken.constraints)
            }
        }
    }

    private func row(_ label: String, _ words: String?) -> Markup {
        guard let words, !words.isEmpty else { return .empty }
        return div {
            dt { label }
            dd { words }
        }
    }

    private func contact(_ taken: OrganisationQuestion.Taken) -> Markup {
        section(.class("stack"), .aria("labelledby", "contact")) {
            h2(.id("contact")) { t("contact.title") }
            div(.class("box tint")) {
                if let phone = taken.contacts[.phone] { line(t("contact.phoneOf", ["name": taken.askerName]), TelephoneLink(phone).markup) }
                if let email = taken.contacts[.email] {
                    line(t("contact.emailOf", ["name": taken.askerName]), a(.class("link"), .href("mailto:\(email)")) { email })
                }
                if let phone = taken.beneficiaryPhone {
                    line(t("contact.phoneOf", ["name": taken.beneficiaryName ?? ""]), TelephoneLink(phone).markup)
                }
                p(.class("hint")) { t(taken.contacts.isEmpty ? "organisation.contact.none" : "organisation.contact.journaled") }
            }
        }
    }

    private func line(_ label: String, _ value: Markup) -> Markup {
        p {
            label
            br()
            value
        }
    }

    private func messages(_ taken: OrganisationQuestion.Taken) -> Markup {
        section(.class("stack"), .aria("labelledby", "messages")) {
            h2(.id("messages")) { t("conversation.messages") }
            if !taken.messages.isEmpty {
                ol(.class("messages")) { for message in taken.messages { item(message, taken) } }
            }
            HTML.form(
                .method("post"), .action(page.links.organisationMessage(page.token)), .class("composer"), .attr("novalidate", "")
            ) {
                input(.type("hidden"), .name("id"), .value(taken.nextMessage.text))
                page.fields.area("message", t("conversation.write"), hint: hint(taken), maxlength: MessageForm.longest, rows: 3)
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { t("conversation.send") } }
            }
        }
    }

    private func hint(_ taken: OrganisationQuestion.Taken) -> String {
        guard !taken.otherIsMailed else { return t("conversation.hint") }
        return t("conversation.hint.voice", ["name": taken.askerName, "owner": taken.ownerName])
    }

    private func item(_ message: Message, _ taken: OrganisationQuestion.Taken) -> Markup {
        let isOwn = message.author == .helper
        let name = isOwn ? t("conversation.you") : message.author == .referent ? taken.ownerName : taken.askerName
        return li(.class(isOwn ? "message own" : "message")) {
            p(.class("meta")) {
                HTML.b { name }
                ", " + t.dateTime(message.sentAt.milliseconds)
            }
            p { message.body.isEmpty ? t("conversation.erased") : message.body }
            if !message.isDelivered { p(.class("meta")) { t("organisation.held") } }
        }
    }

    private func end(_ taken: OrganisationQuestion.Taken) -> Markup {
        section(.class("stack"), .aria("labelledby", "fin")) {
            h2(.id("fin")) { t("conversation.end") }
            div(.class("actions")) {
                if taken.outcome == nil {
                    a(.class("button"), .href(page.links.organisationOutcome(page.token))) { t("organisation.sayDone") }
                }
                if case .accepted = question.standing {
                    a(.class("button secondary"), .href(page.links.organisationWithdrawal(page.token))) { t("organisation.cannot") }
                }
            }
        }
    }

    private var insurance: Markup {
        details {
            summary { t("insurance.title") }
            p {
                page.site.town.settings.insurance[page.site.language] ?? t("insurance.\(question.organisation.kind.frame.rawValue)")
            }
        }
    }
}
