import Domain
import HTML
import Localization
import UseCases

/// One page for doctors, pharmacists and nurses at home: who would like a call, and what they cannot do. Never why.
struct ReferralPage: Page {
    /// What somebody cannot do; distress has a door of its own.
    private static let criteria: [Criterion] = [.over70, .cannotCarry, .cannotGoOut, .alone, .noRelativeNear, .urgentMedicine]
    private static let professions = ["doctor", "pharmacist", "nurse", "other"]
    let site: Site
    let sheet: Demand.Sheet

    var title: String { t("demand.action.referral") }
    var mainClass: String? { "page a4 referral" }

    private var parts: SheetParts { SheetParts(site: site, sheet: sheet) }

    var content: Markup {
        parts.paper {
            h1 { t("referral.heading") }
            p { t("referral.lead") }
            lines("person", ["name", "phone", "place", "when"])
            boxes("cannot", Self.criteria.map { t("criterion.\($0.rawValue)") })
            boxes("need", site.facts.activeCategories.map { site.label($0) })
            boxes("agreement", ["told", "call", "keep"].map { t("referral.agreement.\($0)", ["town": site.town.name]) })
            boxes("sender", Self.professions.map { t("referral.sender.\($0)") })
            lines(nil, ["sender", "date"])
            returning
            p(.class("meta")) { t("referral.notice", ["controller": controller]) }
        }
    }

    private var controller: String {
        site.town.settings.controllers.mutualAid?.name ?? t("notice.townHall", ["town": site.town.name])
    }

    private func lines(_ heading: String?, _ names: [String]) -> Markup {
        .list([
            heading.map { name in h2 { t("referral.\(name)") } } ?? .empty,
            dl(.class("to-write")) {
                for name in names {
                    div {
                        dt { t("referral.line.\(name)") }
                        dd { span(.class("write")) {} }
                    }
                }
            },
        ])
    }

    private func boxes(_ name: String, _ labels: [String]) -> Markup {
        .list([
            h2 { t("referral.\(name)") },
            ul(.class("to-tick")) {
                for label in labels {
                    li {
                        span(.class("tick")) {}
                        span { label }
                    }
                }
            },
        ])
    }

    /// Where to send it, or whom to ring.
    private var returning: Markup {
        .list([
            h2 { t("referral.return") },
            div(.class("doors")) {
                ul {
                    if let phone = site.town.settings.phone { li { t("referral.return.phone", ["phone": phone]) } }
                    if let email = site.town.settings.replyTo { li { t("referral.return.email", ["email": email]) } }
                    li { t("referral.return.letter", ["address": site.town.settings.controllers.mutualAid?.address ?? controller]) }
                }
                parts.code
            },
        ])
    }
}
