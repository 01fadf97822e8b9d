import HTML
import Localization

/// Whether a name is to be seen, then the name.
struct JournalNamePage: Page {
    let site: Site
    let number: Int64
    let name: String?

    var title: String { t("journal.name.title", ["number": Int(number)]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.dpo)) {
                icon("arrow-left")
                t("form.back")
            },
            div(.class("page-header")) { h1 { title } },
            name.map { shown in p(.class("lead")) { shown } } ?? question,
        ])
    }

    private var question: Markup {
        .list([
            p { t("journal.name.lead") },
            ButtonForm(action: links.journalName(number), label: t("journal.name.show"), style: "button").markup,
        ])
    }
}
