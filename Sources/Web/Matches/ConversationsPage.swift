import Domain
import HTML
import Localization
import UseCases

/// One's conversations, by what one does in them.
struct ConversationsPage: Page {
    let site: Site
    let list: ConversationList

    var title: String { t("conversations.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            div(.class("page-header")) { h1 { title } },
            list.asHelper.isEmpty && list.asAsker.isEmpty ? nothing : .empty,
            part("aide", t("conversations.helping"), list.asHelper), part("demande", t("conversations.asking"), list.asAsker),
            p(.class("actions")) { a(.class("link"), .href(links.ownRequests)) { t("ownRequests.title") } },
        ])
    }

    private var nothing: Markup {
        div(.class("empty")) {
            svg(.class("illustration"), .attr("viewBox", "0 0 320 224"), .aria("hidden", true)) {
                use(.href("/static/illustrations/quiet.svg#scene"))
            }
            h2 { t("conversations.none") }
            p(.class("actions")) { a(.class("button"), .href(links.needs)) { t("answer.others") } }
        }
    }

    private func part(_ id: String, _ heading: String, _ conversations: [ListedConversation]) -> Markup {
        guard !conversations.isEmpty else { return .empty }
        return section(.class("stack"), .aria("labelledby", id)) {
            h2(.id(id)) { heading }
            ul(.class("cards")) {
                for conversation in conversations { card(conversation) }
            }
        }
    }

    private func card(_ conversation: ListedConversation) -> Markup {
        let line = conversation.line
        let category = site.facts.category(line.category)
        return li(.class("card")) {
            span(.class(line.status == .active ? "window" : "window unlit")) { icon(category?.icon ?? "heart") }
            div {
                h3(.class("card-title")) { a(.href(links.conversation(line.match))) { conversation.otherName } }
                p(.class("meta")) {
                    [category.map { site.label($0) }, site.facts.neighbourhood(line.neighbourhood)?.name, line.reference.text]
                        .compactMap(\.self).joined(separator: ", ")
                }
                p(.class("meta")) { last(line) }
            }
            if line.status != .active {
                p(.class("card-when")) { span(.class("badge off")) { t("conversations.\(line.status.rawValue)") } }
            }
        }
    }

    private func last(_ line: ConversationLine) -> String {
        let key = line.lastMessageAt == nil ? "conversations.since" : "conversations.last"
        return t(key, ["date": t.dateTime((line.lastMessageAt ?? line.createdAt).milliseconds)])
    }
}
