import Domain
import HTML
import Localization
import UseCases

/// « Il manque un type d’aide ? » The form, what resembles it, and what became of one's earlier proposals.
struct ProposalPage: Page {
    let site: Site
    let own: [CategoryProposal]
    /// What there is already like what was typed.
    let resembling: [Domain.Category]
    let isSent: Bool
    let state: FormState

    var title: String { state.refusal == nil ? t("proposal.title") : t("form.errorTitle", ["title": t("proposal.title")]) }
    var mainClass: String? { "page sheet" }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            fields.errorSummary,
            isSent ? notice("success", "check", t("proposal.sent")) : .empty,
            div(.class("page-header")) {
                h1 { t("proposal.title") }
                p(.class("lead")) { t("proposal.lead") }
            },
            resembling.isEmpty ? .empty : present,
            form,
            own.isEmpty ? .empty : earlier,
        ])
    }

    private var present: Markup {
        div(.class("notice info"), .role("status")) {
            icon("info")
            div {
                h2 { t("proposal.resembling") }
                ul { for category in resembling { li { site.label(category) } } }
                p { t("proposal.resembling.sure") }
            }
        }
    }

    private var form: Markup {
        HTML.form(.class("box"), .method("post"), .action(links.proposal), .attr("novalidate", "")) {
            fields.input("label", t("proposal.label"), hint: t("proposal.label.hint"), maxlength: 60)
            fields.area("words", t("proposal.words"), optional: true, maxlength: 300, rows: 3)
            div(.class("actions")) {
                if resembling.isEmpty {
                    button(.class("button"), .type("submit")) { t("proposal.send") }
                } else {
                    button(.class("button"), .type("submit"), .name("sure"), .value("yes")) { t("proposal.insist") }
                }
            }
        }
    }

    private var earlier: Markup {
        section(.class("stack section"), .aria("labelledby", "mes-idees")) {
            h2(.id("mes-idees")) { t("proposal.own") }
            dl(.class("summary")) { for proposal in own { row(proposal) } }
        }
    }

    private func row(_ proposal: CategoryProposal) -> Markup {
        div {
            dt { proposal.label }
            dd {
                p { state(of: proposal) }
                if let words = proposal.answer?.words { p(.class("meta")) { t("textState.words", ["words": words]) } }
            }
        }
    }

    private func state(of proposal: CategoryProposal) -> String {
        guard let answer = proposal.answer else { return t("proposal.waits", ["date": t.date(proposal.createdAt.milliseconds)]) }
        let label = answer.category.flatMap { site.facts.category($0) }.map { site.label($0) } ?? ""
        return t("proposal.\(answer.verdict.rawValue)", ["category": label])
    }
}
