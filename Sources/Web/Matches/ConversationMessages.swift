import Domain
import HTML
import Localization
import UseCases

/// What was written, and the place to write.
struct ConversationMessages {
    let page: ConversationPage

    private var t: Localizer { page.t }
    private var conversation: Conversation { page.conversation }

    var markup: Markup {
        section(.class("stack"), .aria("labelledby", "messages")) {
            h2(.id("messages")) { t("conversation.messages") }
            ol(.class("messages")) {
                li(.class("message service")) {
                    p(.class("meta")) { time(conversation.match.createdAt) }
                    p { t("conversation.begin") }
                }
                for message in conversation.messages { item(message) }
            }
            if conversation.isOpen { conversation.isByTelephone ? telephone : composer }
        }
    }

    private func item(_ message: Message) -> Markup {
        let isOwn = message.author == conversation.side
        return li(.class(isOwn ? "message own" : "message")) {
            p(.class("meta")) {
                HTML.b { isOwn ? t("conversation.you") : name(message.author) }
                ", "
                time(message.sentAt)
            }
            p { message.body.isEmpty ? t("conversation.erased") : message.body }
            if isOwn, let held = message.heldFor { waiting(message, held) }
            if message.authorID == conversation.other, !message.body.isEmpty, !conversation.isUnderMandate {
                p(.class("meta")) {
                    a(.href(page.way.report(message.id)), .rel("nofollow")) { t("reporting.message") }
                }
            }
            if !isOwn, RiskyText.kinds(in: message.body).contains(.link) { p(.class("meta")) { t("conversation.linkSeen") } }
        }
    }

    /// Why the other has not got it, or will not.
    private func waiting(_ message: Message, _ held: String) -> Markup {
        let kinds = held.split(separator: ",").map { t("guard.kind.\($0)") }.joined(separator: " ")
        return switch message.review {
        case .refused:
            p(.class("meta")) {
                t("conversation.held.refused")
                " "
                if !conversation.isUnderMandate {
                    a(.class("link"), .href("\(page.way.root)/messages/\(message.id.text)/recours")) { t("textState.appeal") }
                }
            }
        case .unread: p(.class("meta")) { t("conversation.held", ["kinds": kinds]) }
        default: .empty
        }
    }

    private func name(_ author: Message.Author) -> String { author == .referent ? conversation.ownerName : conversation.otherName }

    private func time(_ moment: Moment) -> Markup {
        HTML.time(.datetime(t.isoDateTime(moment.milliseconds))) {
            t(
                "conversation.time",
                [
                    "day": t.dayWord(moment.milliseconds, now: conversation.now.milliseconds),
                    "time": t.time(moment.milliseconds),
                ])
        }
    }

    private var composer: Markup {
        form(.method("post"), .action(page.way.root), .class("composer"), .attr("novalidate", "")) {
            input(.type("hidden"), .name("id"), .value(conversation.nextMessage.text))
            page.fields.area("message", t("conversation.write"), hint: hint, maxlength: MessageForm.longest, rows: 3)
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("conversation.send") } }
        }
    }

    private var hint: String {
        guard !conversation.otherIsMailed else { return t("conversation.hint") }
        return t("conversation.hint.voice", ["name": conversation.otherName, "owner": conversation.ownerName])
    }

    /// Whoever has no e-mail is rung by the helper, as they agreed.
    private var telephone: Markup {
        div(.class("box tint")) {
            p { t("conversation.ring", ["name": conversation.otherName]) }
            if let phone = conversation.contact.seen[.phone] { p { TelephoneLink(phone).markup } }
        }
    }
}

/// A number that can be tapped.
struct TelephoneLink {
    let phone: String

    init(_ phone: String) { self.phone = phone }

    var markup: Markup {
        a(.class("button secondary"), .href("tel:" + phone.filter { $0.isNumber || $0 == "+" })) {
            icon("phone")
            " " + phone
        }
    }
}
