import Domain
import HTML
import Localization

/// Somebody's whole file, to read and print.
struct PersonalFilePage: Page {
    let site: Site
    let file: PersonalFile
    /// Where it was opened from; one's own account by default.
    var back: String?

    var title: String { t("ownData.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            heading(lead: t("export.lead", ["town": site.town.name, "date": t.dateTime(file.at.milliseconds)])),
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                a(.class("button quiet"), .href(back ?? links.account)) { t("form.back") }
            },
            .list(file.chapters.map(chapter)),
        ])
    }

    private func chapter(_ chapter: PersonalFile.Chapter) -> Markup {
        part(t("export.chapter.\(chapter.name)")) {
            if chapter.entries.isEmpty { p { t("export.nothing") } }
            for entry in chapter.entries {
                dl(.class("summary")) {
                    for fact in entry {
                        div {
                            dt { t("export.fact.\(fact.name)") }
                            dd { words(fact.value) }
                        }
                    }
                }
            }
        }
    }

    private func words(_ value: PersonalFile.Value) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): t.number(number)
        case .flag(let flag): t(flag ? "export.yes" : "export.no")
        case .moment(let moment): t.dateTime(moment.milliseconds)
        case .word(let word): t("export.word.\(word)")
        }
    }
}
