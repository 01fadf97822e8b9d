import Domain
import HTML
import Localization
import UseCases

/// The words of a script: the town's own, else the house's.
struct ScriptWords {
    let t: Localizer

    func title(_ entry: ScriptKeeping.Entry) -> String {
        entry.own?.title ?? entry.standard.map { t("script.\($0.rawValue).title") } ?? ""
    }

    func words(_ entry: ScriptKeeping.Entry) -> String {
        entry.own?.words ?? entry.standard.map { t("script.\($0.rawValue).words") } ?? ""
    }
}

/// All scripts of the town, for whoever keeps them.
struct ScriptsPage: Page {
    let site: Site
    let entries: [ScriptKeeping.Entry]
    let isSaved: Bool

    var title: String { t("scripts.title") }

    var content: Markup {
        .list([
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("scripts.lead") }
            },
            AdministrationTabs(site: site, current: links.scripts).markup,
            isSaved ? AdministrationTabs.saved(t) : .empty,
            p(.class("actions")) {
                a(.class("button"), .href(links.newScript)) {
                    icon("plus")
                    " " + t("scripts.new")
                }
            },
            ul(.class("todo")) { for entry in entries { line(entry) } },
        ])
    }

    private func line(_ entry: ScriptKeeping.Entry) -> Markup {
        li {
            div {
                h2 { a(.href(links.script(entry.key))) { ScriptWords(t: t).title(entry) } }
                p { ScriptWords(t: t).words(entry) }
                p(.class("meta")) { state(entry) }
            }
        }
    }

    private func state(_ entry: ScriptKeeping.Entry) -> String {
        guard entry.isShown else { return t("scripts.hidden") }
        return t(entry.own == nil ? "scripts.house" : "scripts.own")
    }
}

/// One script.
struct ScriptFormPage: Page {
    let site: Site
    /// Nil for a new one.
    let entry: ScriptKeeping.Entry?
    let state: FormState

    private var name: String { entry.map(ScriptWords(t: t).title) ?? t("scripts.new") }
    var title: String { state.refusal == nil ? name : t("form.errorTitle", ["title": name]) }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            BackLink(path: links.scripts, label: t("scripts.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) { h1 { name } },
            HTML.form(
                .class("box"), .method("post"), .action(entry.map { links.script($0.key) } ?? links.newScript), .attr("novalidate", "")
            ) {
                fields.input("title", t("scripts.name"), maxlength: 80)
                fields.area("words", t("scripts.words"), hint: t("scripts.words.hint"), maxlength: CallScript.longest, rows: 8)
                fields.tile("shown", "yes", t("scripts.shown"), first: true, box: true)
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("administration.save") } }
            },
            entry?.own == nil
                ? .empty
                : HTML.form(.method("post"), .action(links.scriptReset(entry?.key ?? ""))) {
                    button(.class("button quiet"), .type("submit")) {
                        t(entry?.standard == nil ? "scripts.remove" : "scripts.reset")
                    }
                },
        ])
    }
}
