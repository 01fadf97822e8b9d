import Domain
import HTML
import Localization
import UseCases

/// Who answers for what is typed here, why, how long, and one's rights: at each form (G-05).
struct PrivacyNotice {
    enum Purpose: String { case asking = "notice.body", helping = "offer.notice" }

    let site: Site
    var purpose = Purpose.asking

    var markup: Markup {
        let t = site.t
        let words = ConsentWords(t, site.town)
        let lines = purpose == .asking ? words.lines(.notice) : [t(purpose.rawValue, ["controller": words.controller])]
        return details {
            summary { t("notice.title") }
            for line in lines { p { line } }
            p { a(.href(site.links.privacy)) { t("notice.more") } }
        }
    }
}
