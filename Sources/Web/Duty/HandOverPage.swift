import Domain
import HTML
import Localization
import UseCases

/// The end of a shift: what is open, who follows, a word for them, one button.
struct HandOverPage: Page {
    let site: Site
    /// Nil for whoever is on no shift.
    let standing: HandingOver.Standing?
    let state: FormState

    var title: String { state.refusal == nil ? t("handOver.title") : t("form.errorTitle", ["title": t("handOver.title")]) }
    var mainClass: String? { "page narrow" }

    private var words: RequestWords { RequestWords(site: site) }
    private var fields: Fields { Fields(t: t, state: state) }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            fields.errorSummary,
            div(.class("page-header")) {
                h1 { t("handOver.title") }
                p(.class("lead")) { standing.map(lead) ?? t("handOver.notOn") }
            },
            standing.map(open) ?? p(.class("actions")) { a(.class("button"), .href(links.duties)) { t("duty.title") } },
        ])
    }

    private func lead(_ standing: HandingOver.Standing) -> String {
        t("handOver.lead", ["until": t.dateTime(standing.duty.until.milliseconds)])
    }

    private func open(_ standing: HandingOver.Standing) -> Markup {
        .list([
            part("calls", standing.calls.map { t("desk.call", ["time": t.dateTime($0.call.begunAt.milliseconds)]) }),
            part(
                "promises",
                standing.promises.map { promise in
                    t(
                        "handOver.promise",
                        [
                            "reference": promise.reference.text, "need": words.category(promise.category),
                            "time": t.dateTime(promise.ringBack.dueAt.milliseconds),
                        ])
                }),
            part(
                "requests",
                standing.requests.map { request in
                    t(
                        "handOver.request",
                        ["reference": request.reference.text, "need": words.category(request.category), "state": words.state(request)])
                }),
            form(standing),
        ])
    }

    private func part(_ name: String, _ lines: [String]) -> Markup {
        section(.class("stack"), .aria("labelledby", name)) {
            h2(.id(name)) { t("handOver.\(name)") }
            if lines.isEmpty { p(.class("meta")) { t("handOver.none") } }
            if !lines.isEmpty { ul { for line in lines { li { line } } } }
        }
    }

    private func form(_ standing: HandingOver.Standing) -> Markup {
        HTML.form(.method("post"), .action(links.handOver), .attr("novalidate", ""), .class("box")) {
            h2 { t("handOver.next") }
            p { next(standing) }
            input(.type("hidden"), .name("duty"), .value(standing.duty.id.text))
            fields.area("note", t("handOver.note"), hint: t("handOver.note.hint"), optional: true, maxlength: HandOverForm.limit)
            div(.class("actions")) { button(.class("button"), .type("submit")) { t("handOver.save") } }
        }
    }

    private func next(_ standing: HandingOver.Standing) -> String {
        guard let next = standing.next else { return t("handOver.next.nobody") }
        return t(standing.isRostered ? "handOver.next.person" : "handOver.next.administrator", ["name": next.name])
    }
}
