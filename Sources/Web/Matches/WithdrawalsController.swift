import Domain
import HTML
import Hummingbird
import Localization
import UseCases

/// A helper who can no longer come says so, after a page that asks once more; others are asked at once.
struct WithdrawalsController: Sendable {
    let conversations: Conversations
    let matching: Matching
    let throttle: Throttle

    func show(_ request: Request, _ context: TownContext) async throws -> Response {
        let viewer = try context.signedIn()
        let match = try ConversationsController.match(context)
        let conversation = try await conversations.open(.match(match, viewer.actor), in: context.facts)
        guard conversation.side == .helper else { throw Refusal.notFound }
        guard conversation.mayWithdraw else { return .seeOther(context.links.conversation(match)) }
        return WithdrawalPage(site: Site(context, "/conversations"), match: match, name: conversation.otherName).response()
    }

    func create(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let viewer = try context.signedIn()
        try await matching.withdraw(try ConversationsController.match(context), by: viewer.actor, in: context.facts)
        return .seeOther(context.links.conversations)
    }
}

struct WithdrawalPage: Page {
    let site: Site
    let match: ID<Match>
    let name: String

    var title: String { t("withdrawal.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.conversation(match))) {
                icon("arrow-left")
                t("form.back")
            },
            h1 { title },
            p(.class("lead")) { t("withdrawal.lead", ["name": name]) },
            HTML.form(.method("post"), .action(links.withdrawal(match))) {
                div(.class("actions")) {
                    button(.class("button secondary danger"), .type("submit")) { t("withdrawal.yes") }
                    a(.class("button quiet"), .href(links.conversation(match))) { t("withdrawal.no") }
                }
            },
        ])
    }
}
