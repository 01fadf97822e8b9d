import Domain
import HTML
import Localization

/// Who answers for what is typed here, why, how long, and one's rights: at each form (G-05).
struct PrivacyNotice {
    enum Purpose: String { case asking = "notice.body", helping = "offer.notice" }

    let site: Site
    var purpose = Purpose.asking

    var markup: Markup {
        let t = site.t
        let controller = site.town.settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": site.town.name])
        return details {
            summary { t("notice.title") }
            p { t(purpose.rawValue, ["controller": controller]) }
            p { a(.href(site.links.privacy)) { t("notice.more") } }
        }
    }
}
