import Domain
import HTML
import Localization
import UseCases

/// What is asked of a helper: what, where, when, how near one comes. Never who.
struct AskedNeed {
    let site: Site
    let question: AskedQuestion

    private var t: Localizer { site.t }
    private var category: Domain.Category { question.category }

    var markup: Markup {
        .list([
            div(.class("page-header")) {
                if question.wanted == .now { p { span(.class("badge today")) { t("ask.when.now.hint") } } }
                h1 { t("answer.title") }
            },
            div(.class("box tint")) {
                ul(.class("card-facts")) {
                    for fact in facts { fact }
                }
                if let words = question.publicText { p { t("answer.quote", ["words": words]) } }
            },
        ])
    }

    private var facts: [Markup] {
        var facts = [fact(category.icon, strong { site.label(category) })]
        if let place { facts.append(fact("pin", .text(place))) }
        if let when { facts.append(fact("calendar", .text(when))) }
        if let guidance = category.guidance(site.language) { facts.append(fact("info", .text(guidance))) }
        facts.append(fact(category.tier == .remote ? "phone" : "door", .text(t("answer.tier.\(category.tier.rawValue)"))))
        return facts
    }

    private func fact(_ symbol: String, _ words: Markup) -> Markup {
        li {
            icon(symbol)
            span { words }
        }
    }

    private var place: String? {
        guard category.mode != .remote, let name = question.neighbourhood?.name else { return nil }
        guard let distance = question.distance, distance > 0 else { return name }
        return t("answer.place", ["place": name, "distance": t.distance(distance)])
    }

    private var when: String? {
        switch question.wanted {
        case .now: nil
        case .on(let day): t.date(day.milliseconds)
        case .every(let rhythm): t("rhythm.\(rhythm.rawValue)")
        }
    }
}
