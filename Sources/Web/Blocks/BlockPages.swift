import Domain
import HTML
import Localization
import UseCases

/// « Ne plus être en relation avec Karim B. ? » What happens, and that the other is not told.
struct BlockPage: Page {
    let site: Site
    let name: String
    let way: ConversationsController.Way

    var title: String { t("block.title", ["name": name]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(way.back)) {
                icon("arrow-left")
                t("form.back")
            },
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("block.lead", ["name": name]) }
            },
            ul {
                li { t("block.never") }
                li { t("block.ends") }
                li { t("block.silent", ["name": name]) }
            },
            form(.method("post"), .action(way.block)) {
                div(.class("actions")) {
                    button(.class("button secondary danger"), .type("submit")) { t("block.yes") }
                    a(.class("button quiet"), .href(way.back)) { t("block.no") }
                }
            },
            Emergency(t: t).markup,
        ])
    }
}

/// Whom one has blocked, with the way back.
struct BlocksPage: Page {
    let site: Site
    let list: [Blocking.Blocked]

    var title: String { t("blocks.title") }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("blocks.lead") }
            },
            AccountParts(site: site, done: nil).tabs,
            list.isEmpty ? p(.class("empty")) { t("blocks.none") } : dl(.class("summary")) { for blocked in list { row(blocked) } },
        ])
    }

    private func row(_ blocked: Blocking.Blocked) -> Markup {
        div {
            dt { blocked.name }
            dd { t("blocks.since", ["date": t.date(blocked.block.createdAt.milliseconds)]) }
            dd(.class("change")) {
                ButtonForm(
                    action: links.endOfBlock(blocked.block.id), label: t("blocks.end"), style: "button quiet small",
                    complement: blocked.name
                ).markup
            }
        }
    }
}
