import Domain
import HTML
import Localization
import UseCases

/// Beside the form: what was asked for already, other ends of the call, emergency numbers.
struct CallAside {
    let site: Site
    let screen: CallScreen

    private var t: Localizer { site.t }

    var markup: Markup {
        div(.class("stack beside")) {
            screen.card.map { CallerPanel(site: site, screen: screen, card: $0).markup } ?? .empty
            div(.aria("live", "polite")) { CallState(site: site, screen: screen).markup }
            Emergency(t: t).markup
            p {
                button(.class("button secondary small"), .type("submit"), .attr("formaction", site.links.callConcern(screen.call))) {
                    icon("warning")
                    t("concern.new")
                }
            }
            CallAnswers(
                site: site, scripts: screen.scripts, services: screen.directory?.services ?? [],
                now: screen.directory?.now ?? Moment(milliseconds: 0)
            ).markup
            callBack
            section(.class("box"), .aria("labelledby", "finir")) {
                h2(.id("finir")) { t("call.endings") }
                p(.class("hint")) { t("call.endings.hint") }
                Fields(t: t, state: screen.state, marksOptional: false).input(
                    "reference", t("lookup.reference"), hint: t("lookup.hint"), optional: true, autocomplete: "off", maxlength: 20,
                    short: true)
                div(.class("actions")) { for one in Call.Ending.choices { ending(one) } }
            }
        }
    }

    /// « Rappelez-moi à seize heures », or the line broke.
    private var callBack: Markup {
        section(.class("box"), .aria("labelledby", "promettre")) {
            h2(.id("promettre")) { t("callBacks.later.title") }
            Fields(t: t, state: screen.state, marksOptional: false).input(
                "time", t("callBacks.time"), hint: t("callBacks.time.hint"), optional: true, autocomplete: "off", maxlength: 8, short: true)
            div(.class("actions")) {
                for reason in [CallBack.Reason.promised, .cutOff] {
                    button(
                        .class("button quiet small"), .type("submit"), .attr("formaction", site.links.callPromise(screen.call)),
                        .name("reason"), .value(reason.rawValue)
                    ) { t("callBacks.act.\(reason.rawValue)") }
                }
            }
        }
    }

    private func ending(_ ending: Call.Ending) -> Markup {
        button(
            .class("button quiet small"), .type("submit"), .attr("formaction", site.links.callEnd(screen.call)), .name("ending"),
            .value(ending.rawValue)
        ) { t("call.ending.\(ending.rawValue)") }
    }
}

/// What is said after each save; the script puts it in the place of the one before.
struct CallState {
    let site: Site
    let screen: CallScreen

    private var t: Localizer { site.t }
    private var words: RequestWords { RequestWords(site: site) }

    var markup: Markup {
        div(
            .id("etat"), .class("stack"), .data("version", String(screen.version)),
            .data("said", screen.isOvertaken ? "" : SavedWords(t: t, savedAt: screen.savedAt).text)
        ) {
            if screen.isOvertaken { overtaken }
            FoundCallers(site: site, screen: screen).markup
            for repetition in screen.repetitions { item(repetition) }
        }
    }

    private var overtaken: Markup {
        div(.class("notice warning")) {
            icon("warning")
            div {
                p { t("call.overtaken", ["time": screen.savedAt.map { t.time($0.milliseconds) } ?? ""]) }
                p(.class("actions")) {
                    a(.class("button secondary small"), .href(site.links.call(screen.call))) { t("call.overtaken.see") }
                    button(
                        .class("button small"), .type("submit"), .attr("formaction", site.links.callDraft(screen.call)), .data("keep", "")
                    ) { t("call.overtaken.keep") }
                }
            }
        }
    }

    private func item(_ repetition: Repetition) -> Markup {
        let request = repetition.request
        let facts = ["what": words.category(request.category), "date": t.date(request.createdAt.milliseconds)]
        return div(.class("notice warning"), .id(screen.repetitions.first == repetition ? "repetition" : nil)) {
            icon("clock")
            div {
                p { strong { t("call.repetition", facts) } }
                p { "\(request.reference.text), \(words.state(request))" }
                p(.class("actions")) {
                    choice("same", "\(repetition.need):\(request.id.text)", site.links.callSame(screen.call), "call.same")
                    choice("other", request.id.text, site.links.callOther(screen.call), "call.other")
                }
            }
        }
    }

    private func choice(_ name: String, _ value: String, _ action: String, _ key: String) -> Markup {
        button(
            .class("button secondary small"), .type("submit"), .attr("formaction", action), .name(name), .value(value)
        ) { t(key) }
    }
}

/// The call went on elsewhere, or is over: nothing more is saved from this screen.
struct LostCall {
    let site: Site
    let call: ID<Call>
    let refusal: Refusal

    var markup: Markup {
        div(.id("etat"), .class("stack"), .data("said", "")) {
            div(.class("notice warning")) {
                icon("warning")
                div {
                    p { site.t(refusal.key, refusal.arguments) }
                    p { a(.class("link"), .href(site.links.call(call))) { site.t("call.overtaken.see") } }
                }
            }
        }
    }
}
