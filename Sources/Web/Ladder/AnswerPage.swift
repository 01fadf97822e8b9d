import Domain
import HTML
import Localization
import UseCases

/// « Pouvez-vous aider ? » in plain words, or how the ask stands since.
struct AnswerPage: Page {
    let site: Site
    let question: AskedQuestion
    let token: String
    /// The answer whose link was followed: its button stands out.
    let leaning: Answering.Reply

    /// Words of the mail's links.
    static let replies: [String: Answering.Reply] = ["oui": .yes, "non": .no, "pause": .later, "jamais": .never]

    var title: String { question.standing == .open ? t("answer.title") : outcome.title }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        guard question.standing == .open else { return .list([outcome.markup, changedMind]) }
        return .list([
            AskedNeed(site: site, question: question).markup, form(buttons),
            p(.class("meta")) { t("answer.never.hint", ["category": site.label(question.category)]) },
            BeforeYes(site: site, category: question.category, frame: question.frame, isAsked: true).markup,
        ])
    }

    private var outcome: AnswerOutcome { AnswerOutcome(site: site, question: question, token: token) }

    private var buttons: [Markup] {
        [
            button(.yes, "check", t("answer.yes")), button(.no, nil, t("answer.no")), otherTime,
            button(.later, "pause", t("answer.later")), button(.never, nil, t("answer.never")),
        ]
    }

    private func button(_ reply: Answering.Reply, _ symbol: String?, _ words: String) -> Markup {
        let look = reply == leaning ? "button large" : [.later, .never].contains(reply) ? "button quiet" : "button large secondary"
        return HTML.button(.class(look), .type("submit"), .name("answer"), .value(reply.rawValue)) {
            if let symbol { icon(symbol) }
            " " + words
        }
    }

    private var otherTime: Markup {
        a(.class("button large secondary"), .href(links.otherTime(token))) {
            icon("calendar")
            " " + t("answer.otherTime")
        }
    }

    /// A slip of the finger, or a second thought: a yes is still welcome.
    private var changedMind: Markup {
        guard question.standing != .open, question.standing.mayStillSayYes else { return .empty }
        return form([
            HTML.button(.class("button quiet"), .type("submit"), .name("answer"), .value(Answering.Reply.yes.rawValue)) {
                t("answer.yesAfterAll")
            }
        ])
    }

    private func form(_ buttons: [Markup]) -> Markup {
        HTML.form(.method("post"), .action(links.answer(token))) {
            div(.class("actions answers")) {
                for button in buttons { button }
            }
        }
    }
}
