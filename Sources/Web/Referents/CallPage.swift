import Domain
import HTML
import Localization
import UseCases

/// Everything a caller says, on one page; the sentences to read aloud stand out.
struct CallPage: Page {
    let site: Site
    let state: FormState
    let known: [KnownCaller]
    /// What the base said of an address that was refused.
    var place: PlaceFinding?
    /// Where little can be promised now.
    let heavy: Capacity.Heavy

    var title: String { state.refusal == nil ? t("call.title") : t("form.errorTitle", ["title": t("call.title")]) }
    var mainClass: String? { "page sheet" }

    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.referent, label: t("referent.tab.todo")).markup,
            div(.class("page-header")) {
                h1 { t("call.title") }
                p(.class("lead")) { t("call.lead") }
            },
            fields.errorSummary,
            HeavyCells(site: site, heavy: heavy).markup,
            HTML.form(.method("post"), .action(links.call), .attr("novalidate", "")) {
                HTML.input(.type("hidden"), .name("entry"), .value(state["entry"]))
                notice
                caller
                need
                CallPlace(page: self).markup
                share
                div(.class("actions")) { button(.class("button"), .type("submit")) { t("call.save") } }
            },
            Emergency(t: t).markup,
        ])
    }

    func aloud(_ words: String) -> Markup {
        div(.class("notice info")) {
            icon("talk")
            div { p { words } }
        }
    }

    /// C-07: read aloud, then ticked.
    private var notice: Markup {
        .list([
            .list(ConsentWords(t, site.town).lines(.callNotice).map(aloud)),
            group("notice", t("call.notice.label")) { fields.tile("notice", "yes", t("call.notice"), first: true, box: true) },
        ])
    }

    private var caller: Markup {
        .list([
            div(.class("row")) {
                fields.input("firstName", t("call.firstName"), autocomplete: "off", maxlength: 60)
                fields.input("lastName", t("call.lastName"), optional: true, autocomplete: "off", maxlength: 60)
            },
            div(.class("row")) {
                fields.input("phone", t("ask.contact.phone"), kind: .tel, autocomplete: "off")
                fields.input("email", t("ask.contact.email"), kind: .email, optional: true, autocomplete: "off")
            },
            known.isEmpty ? .empty : knownChoice,
        ])
    }

    private var knownChoice: Markup {
        group("known", t("call.known"), hint: t("call.known.hint")) {
            for (position, person) in known.enumerated() {
                fields.tile("known", person.id.text, person.name, icon: "person", first: position == 0)
            }
            fields.tile("known", "new", t("call.known.new"), icon: "plus")
        }
    }

    private var need: Markup {
        .list([
            div(.class("row")) {
                fields.choice("category", t("ask.what.title"), site.facts.activeCategories.map { ($0.key, site.label($0)) })
                fields.choice(
                    "when", t("ask.when.title"),
                    [("now", t("ask.when.now")), ("date", t("ask.when.date")), ("every", t("ask.when.every"))])
            },
            div(.class("row")) {
                fields.input("date", t("call.date"), kind: .date, optional: true)
                fields.choice(
                    "rhythm", t("call.rhythm"), WhenWanted.Rhythm.allCases.map { ($0.rawValue, t("rhythm.\($0.rawValue)")) },
                    optional: true)
            },
            fields.area("details", t("call.details"), hint: t("call.details.hint"), optional: true, maxlength: 1_000, rows: 3),
            fields.area(
                "constraints", t("ask.details.constraints"), hint: t("ask.details.constraints.hint"), optional: true, maxlength: 500,
                rows: 2),
            group("criteria", t("call.criteria"), hint: t("call.criteria.hint")) {
                for (position, criterion) in Criterion.allCases.enumerated() {
                    fields.tile(criterion.field, "yes", t("criterion.\(criterion.rawValue)"), first: position == 0, box: true)
                }
            },
        ])
    }

    private var share: Markup {
        .list([
            .list(ConsentWords(t, site.town).lines(.givePhone).map(aloud)),
            group("sharePhone", t("call.share.label")) {
                fields.tile("sharePhone", "yes", t("call.share.yes"), first: true)
                fields.tile("sharePhone", "no", t("call.share.no"))
            },
        ])
    }

    func group(_ name: String, _ label: String, hint: String? = nil, wide: Bool = false, @MarkupBuilder tiles: () -> Markup) -> Markup {
        fieldset(.class(state.refused(name) == nil ? "field" : "field invalid")) {
            legend { label }
            if let hint { p(.class("hint")) { hint } }
            fields.error(name)
            div(.class(wide ? "tiles" : "tiles two")) { tiles() }
        }
    }
}

/// Where, and for whom.
struct CallPlace {
    let page: CallPage

    private var t: Localizer { page.t }
    private var fields: Fields { Fields(t: t, state: page.state) }

    var markup: Markup {
        .list([
            PlaceQuestion(site: page.site, fields: fields, finding: page.place, isOwn: false).markup,
            page.group("for", t("ask.who.title"), wide: true) {
                fields.tile("for", "me", t("call.for.me"), icon: "person", first: true)
                fields.tile("for", "other", t("call.for.other"), icon: "people", hint: t("ask.who.other.hint"))
                div(.class("reveal")) {
                    fields.input("otherFirstName", t("ask.who.firstName"), autocomplete: "off", maxlength: 60)
                    fields.input("otherLastName", t("ask.who.lastName"), optional: true, autocomplete: "off", maxlength: 60)
                    fields.input("otherPhone", t("ask.who.phone"), kind: .tel, hint: t("ask.who.phone.hint"), autocomplete: "off")
                }
            },
        ])
    }
}
