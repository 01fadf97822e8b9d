import Domain
import HTML
import Localization

/// One's own trust in words, and what leads further.
struct TrustBox {
    let site: Site
    let helper: Helper

    private var t: Localizer { site.t }

    var markup: Markup {
        section(.class("box tint"), .aria("labelledby", "confiance")) {
            h2(.id("confiance")) { t("trust.own") }
            ul { for tier in TrustTier.allCases { line(tier) } }
            if helper.isMinor { p { t(helper.hasParentalAuthorisation ? "trust.own.minor" : "trust.own.parent") } }
            if !helper.hasAccepted(charter: site.town.settings.charterVersion) {
                p(.class("actions")) {
                    a(.class("button small"), .href(site.links.charter)) {
                        t(helper.charterVersion == nil ? "trust.own.readCharter" : "trust.own.newCharter")
                    }
                }
            }
            meeting
        }
    }

    private func line(_ tier: TrustTier) -> Markup {
        let isOpen = helper.effectiveTier.map { $0 >= tier } ?? false
        return li {
            strong { t("trust.tier.\(tier.rawValue)") }
            t("trust.own.separator")
            t(isOpen ? "trust.own.yes" : "trust.own.notYet")
        }
    }

    @MarkupBuilder private var meeting: Markup {
        if helper.isActive, needsMeeting {
            if helper.meetingAskedAt == nil {
                p { t("trust.own.meet.words") }
                ButtonForm(action: site.links.meeting, label: t("trust.own.meet"), style: "button small secondary").markup
            } else {
                p { t("trust.own.meet.asked") }
            }
        }
    }

    private var needsMeeting: Bool { helper.isMinor ? !helper.hasParentalAuthorisation : helper.tier < .insideHome }
}
