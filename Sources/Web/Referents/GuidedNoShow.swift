import Domain
import HTML
import Localization
import UseCases

/// A no-show as its owner sees it: both sides beside each other, and what may be decided now.
struct GuidedNoShow {
    let site: Site
    let opened: OpenedRequest

    private var t: Localizer { site.t }
    private var links: Links { site.links }

    var markup: Markup {
        guard let noShow = opened.noShow else { return .empty }
        return section(.class("box"), .aria("labelledby", "manque")) {
            h2(.id("manque")) { t("guidedNoShow.title") }
            p { t("guidedNoShow.state.\(noShow.state.rawValue)", ["name": opened.absentHelper ?? ""]) }
            side("guidedNoShow.asker", noShow.askerWords)
            if noShow.recording != nil { side("guidedNoShow.helper", noShow.answer?.words) }
            if noShow.isOpen { decision(noShow) }
        }
    }

    private func side(_ key: String, _ words: String?) -> Markup {
        .list([h3 { t(key) }, p { words.map { t("answer.quote", ["words": $0]) } ?? t("guidedNoShow.silence") }])
    }

    private func decision(_ noShow: NoShow) -> Markup {
        let action = links.guidedNoShowDecision(opened.request.id)
        return .list([
            noShow.state == .recorded && !noShow.mayBeKept(opened.now) ? p(.class("meta")) { t("guidedNoShow.hearing") } : .empty,
            div(.class("actions")) {
                if noShow.state == .reported {
                    ButtonForm(action: links.guidedNoShow(opened.request.id), label: t("guidedNoShow.record"), style: "button").markup
                } else if noShow.mayBeKept(opened.now) {
                    ButtonForm(action: action, label: t("guidedNoShow.keep"), style: "button", hidden: [("verdict", "keep")]).markup
                }
                ButtonForm(action: action, label: t("guidedNoShow.strike"), hidden: [("verdict", "strike")]).markup
            },
        ])
    }
}
