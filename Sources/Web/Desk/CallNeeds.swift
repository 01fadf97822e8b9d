import Domain
import HTML
import Localization
import UseCases

/// What is needed: one block for each need. Those not used yet are there and hidden, for the script to show without the network.
struct CallNeeds {
    let page: CallPage

    private var t: Localizer { page.t }
    private var fields: Fields { page.fields }
    private var count: Int { page.screen.form.needCount }

    var markup: Markup {
        .list([
            .list((1...CallForm.mostNeeds).map(need)),
            .list(page.screen.form.joined.map { joined($0.need) }),
            input(.type("hidden"), .name("needs"), .value(String(count))),
            count < CallForm.mostNeeds
                ? p(.class("actions")) {
                    button(
                        .class("button secondary"), .type("submit"), .attr("formaction", page.links.callNeeds(page.screen.call)),
                        .data("more", "besoin"), .attr("accesskey", "n")
                    ) {
                        icon("plus")
                        t("call.more")
                    }
                } : .empty,
        ])
    }

    private func isJoined(_ number: Int) -> Bool { page.screen.form.joined.contains { $0.need == number } }

    /// One that is a request already; what was typed of it stays in its hidden fields.
    private func joined(_ number: Int) -> Markup {
        div(.class("notice info")) {
            icon("check")
            div {
                p { t("call.joined", ["number": number]) }
                input(.type("hidden"), .name(CallForm.name("same", number)), .value(page.screen.form[CallForm.name("same", number)] ?? ""))
                p(.class("actions")) {
                    button(
                        .class("button secondary small"), .type("submit"), .attr("formaction", page.links.callApart(page.screen.call)),
                        .name("apart"), .value(String(number))
                    ) { t("call.joined.undo") }
                }
            }
        }
    }

    private func need(_ number: Int) -> Markup {
        func name(_ field: String) -> String { CallForm.name(field, number) }
        return fieldset(
            .class("box need"), .id("besoin-\(number)"), .data("need", String(number)),
            number > count || isJoined(number) ? .attr("hidden", "") : nil
        ) {
            legend { number == 1 ? t("call.need.first") : t("call.need", ["number": number]) }
            div(.class("row")) {
                fields.choice(name("category"), t("ask.what.title"), page.site.facts.activeCategories.map { ($0.key, page.site.label($0)) })
                fields.choice(
                    name("when"), t("ask.when.title"),
                    [("now", t("ask.when.now")), ("date", t("ask.when.date")), ("every", t("ask.when.every"))])
            }
            div(.class("row")) {
                fields.input(name("date"), t("call.date"), kind: .date, optional: true)
                fields.choice(
                    name("rhythm"), t("call.rhythm"), WhenWanted.Rhythm.allCases.map { ($0.rawValue, t("rhythm.\($0.rawValue)")) },
                    optional: true)
            }
            fields.area(name("details"), t("call.details"), hint: t("call.details.hint"), optional: true, maxlength: 1_000, rows: 2)
        }
    }
}
