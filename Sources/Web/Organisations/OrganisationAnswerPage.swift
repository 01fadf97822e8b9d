import Domain
import HTML
import Localization
import UseCases

/// « Pouvez-vous aider ? » to an organisation, or how the ask stands since; once accepted, whom it helps.
struct OrganisationAnswerPage: Page {
    let site: Site
    let question: OrganisationQuestion
    let token: String
    let state: FormState

    private var name: String { question.organisation.name }
    private var heading: String { t("organisation.\(standing).title") }
    var title: String { state.refusal == nil ? heading : t("form.errorTitle", ["title": heading]) }
    var mainClass: String? { "page sheet" }
    var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        switch question.standing {
        case .open: .list([fields.errorSummary, header, need, form])
        case .accepted, .done:
            .list([fields.errorSummary, header, OrganisationTaken(page: self).markup])
        case .declined: .list([header, changedMind])
        default: header
        }
    }

    private var standing: String {
        switch question.standing {
        case .open: "open"
        case .declined: "declined"
        case .accepted: "accepted"
        case .withdrawn: "withdrawn"
        case .done: "done"
        case .taken: "taken"
        case .over: "over"
        case .expired: "expired"
        case .stoodDown: "stoodDown"
        }
    }

    private var header: Markup {
        div(.class("page-header")) {
            p(.class("meta")) { name }
            h1 { heading }
            p(.class("lead")) { t("organisation.\(standing).words") }
        }
    }

    private var need: Markup {
        div(.class("box tint")) {
            ul(.class("card-facts")) {
                fact(question.category.icon, strong { site.label(question.category) })
                if let place = question.neighbourhood?.name { fact("pin", .text(place)) }
                fact("calendar", .text(WantedWords(t: t).words(question.wanted)))
                if let guidance = question.category.guidance(site.language) { fact("info", .text(guidance)) }
                if question.dueAt > question.now {
                    fact(
                        "clock",
                        .text(
                            t(
                                "mail.ask.deadline",
                                ["deadline": t.deadline(question.dueAt.milliseconds, now: question.now.milliseconds)])))
                }
            }
            if let words = question.publicText { p { t("answer.quote", ["words": words]) } }
        }
    }

    private func fact(_ symbol: String, _ words: Markup) -> Markup {
        li {
            icon(symbol)
            span { words }
        }
    }

    private var form: Markup {
        HTML.form(.method("post"), .action(links.organisation(token)), .class("stack"), .attr("novalidate", "")) {
            fields.input("name", t("organisation.answerer"), hint: t("organisation.answerer.hint"), optional: true, maxlength: 80)
            div(.class("actions answers")) {
                reply(.accept, "button large", icon("check"), t("organisation.accept"))
                reply(.decline, "button large secondary", .empty, t("organisation.decline"))
            }
        }
    }

    /// A slip of the finger, or a second thought: a yes is still welcome.
    private var changedMind: Markup {
        HTML.form(.method("post"), .action(links.organisation(token))) {
            div(.class("actions")) { reply(.accept, "button quiet", .empty, t("organisation.acceptAfterAll")) }
        }
    }

    private func reply(_ reply: OrganisationAnswering.Reply, _ look: String, _ symbol: Markup, _ words: String) -> Markup {
        button(.class(look), .type("submit"), .name("answer"), .value(reply.rawValue)) {
            symbol
            " " + words
        }
    }
}

/// « Nous ne pouvons plus » : asked once more, since somebody was told that help comes.
struct OrganisationWithdrawalPage: Page {
    let site: Site
    let question: OrganisationQuestion
    let token: String

    var title: String { t("organisation.withdrawal.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            BackLink(path: links.organisation(token), label: t("form.back")).markup,
            div(.class("page-header")) {
                p(.class("meta")) { question.organisation.name }
                h1 { title }
                p(.class("lead")) { t("organisation.withdrawal.words") }
            },
            HTML.form(.method("post"), .action(links.organisationWithdrawal(token))) {
                div(.class("actions")) {
                    button(.class("button danger"), .type("submit")) { t("organisation.withdraw") }
                    a(.class("button quiet"), .href(links.organisation(token))) { t("form.back") }
                }
            },
        ])
    }
}
