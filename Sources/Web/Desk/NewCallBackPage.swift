import Domain
import HTML
import Localization
import UseCases

/// Somebody is to be rung: the number, why, when.
struct NewCallBackPage: Page {
    let site: Site
    let state: FormState

    var title: String { state.refusal == nil ? t("callBacks.new") : t("form.errorTitle", ["title": t("callBacks.new")]) }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        let fields = Fields(t: t, state: state)
        return .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header")) {
                h1 { t("callBacks.new") }
                p(.class("lead")) { t("callBacks.new.lead") }
            },
            fields.errorSummary,
            HTML.form(.class("stack"), .method("post"), .action(links.newCallBack), .attr("novalidate", "")) {
                fields.input("phone", t("callBacks.phone"), kind: .tel, autocomplete: "off", maxlength: 40)
                fieldset(.class(state.refused("reason") == nil ? "field" : "field invalid")) {
                    legend { t("callBacks.why") }
                    fields.error("reason")
                    div(.class("tiles two")) {
                        for (place, reason) in CallBack.Reason.allCases.enumerated() {
                            fields.tile("reason", reason.rawValue, t("callBacks.reason.\(reason.rawValue)"), first: place == 0)
                        }
                    }
                }
                div(.class("row")) {
                    fields.input(
                        "time", t("callBacks.time"), hint: t("callBacks.time.promised"), optional: true, autocomplete: "off", maxlength: 8,
                        short: true)
                    fields.input("day", t("callBacks.day"), kind: .date, optional: true)
                }
                fields.input(
                    "name", t("callBacks.name"), hint: t("callBacks.name.hint"), optional: true, autocomplete: "off", maxlength: 80)
                fields.area("words", t("callBacks.words"), hint: t("callBacks.words.hint"), optional: true, maxlength: 800, rows: 3)
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("callBacks.promise") } }
            },
        ])
    }
}
