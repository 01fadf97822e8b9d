import Domain
import HTML
import Localization
import UseCases

/// What residents miss, what most of them ask for first.
struct ProposalsPage: Page {
    let site: Site
    let groups: [ProposalGroup]
    let isSaved: Bool

    var title: String { t("proposals.title") }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.categories)) {
                icon("arrow-left")
                t("administration.categories")
            },
            isSaved ? notice("success", "check", t("proposals.answered")) : .empty,
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("proposals.lead") }
            },
            groups.isEmpty ? p(.class("empty")) { t("proposals.none") } : list,
        ])
    }

    private var list: Markup {
        dl(.class("summary")) {
            for group in groups {
                div {
                    dt { group.label }
                    dd {
                        p { t("proposals.people", count: group.people) }
                        let others = Set(group.proposals.map(\.label)).subtracting([group.label]).sorted()
                        if !others.isEmpty { p(.class("meta")) { others.joined(separator: ", ") } }
                    }
                    dd(.class("change")) {
                        a(.class("button small secondary"), .href(links.proposalGroup(group.proposals[0].id))) {
                            t("proposals.answer")
                            span(.class("visually-hidden")) { t("category.about", ["name": group.label]) }
                        }
                    }
                }
            }
        }
    }
}

/// One group and its answer: a new kind of help, one that is there, or no.
struct ProposalGroupPage: Page {
    let site: Site
    let group: ProposalGroup
    let state: FormState

    var title: String { state.refusal == nil ? group.label : t("form.errorTitle", ["title": group.label]) }
    var mainClass: String? { "page narrow" }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.proposals)) {
                icon("arrow-left")
                t("proposals.title")
            },
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { group.label }
                p(.class("lead")) { t("proposals.people", count: group.people) }
            },
            form,
        ])
    }

    private var form: Markup {
        HTML.form(.method("post"), .action(links.proposalGroup(group.proposals[0].id)), .attr("novalidate", ""), .class("stack")) {
            which
            answer
            section(.class("box"), .aria("labelledby", "nouveau-type")) {
                h2(.id("nouveau-type")) { t("proposals.new") }
                CategoryFields(t: t, state: state).markup
            }
            section(.class("box"), .aria("labelledby", "deja-la")) {
                h2(.id("deja-la")) { t("proposals.present") }
                fields.choice("present", t("proposals.present.which"), categories, optional: true)
            }
            fields.area("words", t("moderation.words"), hint: t("proposals.words.hint"), optional: true, maxlength: 500, rows: 3)
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("proposals.confirm") } }
        }
    }

    private var which: Markup {
        let chosen = Set(state["proposal"].split(separator: ",").map(String.init))
        return fieldset(.class(state.refused("proposal") == nil ? "field" : "field invalid")) {
            legend { t("proposals.which") }
            fields.error("proposal")
            div(.class("tiles")) {
                for (place, proposal) in group.proposals.enumerated() {
                    fields.tile(
                        "proposal", proposal.id.text, proposal.label,
                        hint: [t.date(proposal.createdAt.milliseconds), proposal.words].compactMap(\.self).joined(separator: ". "),
                        first: place == 0, box: true, checked: chosen.contains(proposal.id.text))
                }
            }
        }
    }

    private var answer: Markup {
        fieldset(.class(state.refused("answer") == nil ? "field" : "field invalid")) {
            legend { t("proposals.what") }
            fields.error("answer")
            div(.class("tiles")) {
                fields.tile("answer", "adopt", t("proposals.adopt"), icon: "plus", first: true)
                fields.tile("answer", "present", t("proposals.present"), icon: "check")
                fields.tile("answer", "decline", t("proposals.decline"), icon: "cross")
            }
        }
    }

    /// Those that resemble the proposals first.
    private var categories: [(value: String, label: String)] {
        let others = site.facts.activeCategories.filter { one in !group.resembling.contains { $0.id == one.id } }
        return (group.resembling.filter(\.isActive) + others).map { ($0.key, site.label($0)) }
    }
}
