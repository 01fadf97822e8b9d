import Domain
import HTML
import Localization
import UseCases

/// One request: who asks what, by when, and the steps of the answer, each a form of its own.
struct RightsRequestPage: Page {
    let site: Site
    let request: RightsRequest
    let now: Moment
    let state: FormState

    var title: String { t("rights.request.title", ["reference": request.reference.text]) }
    var mainClass: String? { "page narrow" }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.rightsDesk)) {
                icon("arrow-left")
                t("rights.list.title")
            },
            fields.errorSummary, heading(lead: t("rights.kind.\(request.kind.rawValue)")), deadline, facts,
            request.answer == nil ? .list([identity, file, `extension`, answer]) : .empty,
        ])
    }

    private var deadline: Markup {
        guard request.answer == nil else { return .empty }
        let date = ["date": t.date(request.dueAt.milliseconds)]
        let isOverdue = request.isOverdue(now)
        return div(.class(isOverdue ? "notice error" : "notice info")) {
            icon(isOverdue ? "warning" : "clock")
            div { p { t(isOverdue ? "rights.request.overdue" : "rights.request.due", date) } }
        }
    }

    private var facts: Markup {
        dl(.class("summary")) {
            fact("name", request.name)
            fact("contact", t("rights.answerBy.\(request.answerBy.rawValue)") + "\u{A0}: " + request.contact)
            fact("words", request.words)
            fact("door", t("rights.door.\(request.door.rawValue)"))
            fact("received", t.date(request.receivedAt.milliseconds))
            fact("identity", request.identity.map { t("rights.identity.\($0.how.rawValue)") + ", " + t.date($0.at.milliseconds) })
            fact("extension", request.extension.map { "\($0.reason) (\(t.date($0.at.milliseconds)))" })
            fact("result", request.answer.map { t("rights.result.\($0.result.rawValue)") + ", " + t.date($0.at.milliseconds) })
            fact("answer", request.answer?.words)
        }
    }

    @MarkupBuilder private func fact(_ name: String, _ value: String?) -> Markup {
        if let value {
            div {
                dt { t("rights.fact.\(name)") }
                dd { value }
            }
        }
    }

    private var identity: Markup {
        guard request.kind.needsIdentity else { return .empty }
        return step("identity", links.rightsIdentity(request.id), t("rights.identity.save")) {
            p { t("rights.identity.lead") }
            choices("identity", RightsRequest.Identity.allCases.map(\.rawValue))
        }
    }

    /// Only once it is known who asks.
    private var file: Markup {
        guard request.kind.concernsOne, request.isIdentified else { return .empty }
        return step("file", links.rightsFile(request.id), t("trust.search.button")) {
            p { t(request.kind == .erasure ? "rights.erasure.lead" : "rights.file.lead") }
            fields.input("who", t("rights.file.who"), hint: t("rights.file.hint"), autocomplete: "off", maxlength: 254)
        }
    }

    private var `extension`: Markup {
        guard request.mayBeExtended, !request.isOverdue(now) else { return .empty }
        return step("extension", links.rightsExtension(request.id), t("rights.extension.save")) {
            fields.area("reason", t("rights.extension.reason"), hint: t("rights.extension.hint"), maxlength: 1_000, rows: 3)
        }
    }

    private var answer: Markup {
        step("answer", links.rightsAnswer(request.id), t("rights.answer.save")) {
            choices("result", RightsRequest.Result.allCases.map(\.rawValue))
            fields.area(
                "words", t("rights.answer.words"), hint: t(request.answerBy == .email ? "rights.answer.mailed" : "rights.answer.byHand"),
                optional: true, maxlength: 4_000)
        }
    }

    private func choices(_ name: String, _ values: [String]) -> Markup { RightsFields(fields: fields).group(name, values) { _ in nil } }

    private func step(_ name: String, _ path: String, _ label: String, @MarkupBuilder content: () -> Markup) -> Markup {
        part(t("rights.step.\(name)")) {
            form(.method("post"), .action(path), .attr("novalidate", ""), .class("box")) {
                content()
                div(.class("actions")) { button(.class("button secondary"), .type("submit")) { label } }
            }
        }
    }
}

/// Whose file it may be; opening one is a step of its own, which the journal keeps.
struct RightsFilePage: Page {
    let site: Site
    let id: ID<RightsRequest>
    let found: [RightsDesk.Candidate]
    let isErasure: Bool

    var title: String { t("rights.file.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.rightsRequest(id))) {
                icon("arrow-left")
                t("form.back")
            },
            heading(lead: found.isEmpty ? t("rights.file.nobody") : t("rights.file.which")),
            ul(.class("todo")) {
                for one in found {
                    li {
                        div {
                            h2 { one.name }
                            p(.class("meta")) { t("rights.file.since", ["date": t.date(one.since.milliseconds)]) }
                        }
                        isErasure
                            ? ButtonForm(
                                action: links.rightsErasure(id) + "/\(one.id.text)", label: t("rights.erasure.do"),
                                style: "button small secondary danger", complement: one.name
                            ).markup
                            : ButtonForm(
                                action: links.rightsFile(id) + "/\(one.id.text)", label: t("rights.file.open"), style: "button small",
                                complement: one.name
                            ).markup
                    }
                }
            },
        ])
    }
}
