import Domain
import HTML
import Localization
import UseCases

/// The information notice (GDPR 13 and 14; G-05): one processing after the other, then rights.
struct PrivacyPage: Page {
    let site: Site

    var title: String { t("privacy.title") }
    var mainClass: String? { "page narrow" }
    private var controllers: Controllers { site.town.settings.controllers }

    var content: Markup {
        .list([heading(lead: t("privacy.lead")), mutualAid, socialFollowUp, statistics, rights, cookies])
    }

    private var mutualAid: Markup {
        processing(
            "mutualAid", controllers.mutualAid,
            data: ["privacy.mutualAid.data.1", "privacy.mutualAid.data.2", "privacy.mutualAid.data.3", "privacy.mutualAid.data.4"],
            recipients: recipients, retention: terms)
    }

    private var recipients: [String] {
        let geocoder = site.facts.isGeocoded ? [t("privacy.mutualAid.recipients.geocoder")] : []
        let processors = site.town.settings.privacy.processors?.split(separator: "\n") ?? []
        return (1...3).map { t("privacy.mutualAid.recipients.\($0)") } + geocoder
            + processors.map { t("privacy.processor", ["name": String($0)]) }
    }

    /// Said only where a public body answers for it.
    private var socialFollowUp: Markup {
        guard let controller = controllers.socialFollowUp else { return .empty }
        return processing(
            "socialFollowUp", controller, data: ["privacy.socialFollowUp.data"], recipients: [t("privacy.socialFollowUp.recipients")],
            retention: [t("privacy.socialFollowUp.retention")])
    }

    private var statistics: Markup {
        processing(
            "statistics", controllers.statistics ?? controllers.mutualAid, data: ["privacy.statistics.data"],
            recipients: [t("privacy.statistics.recipients")], retention: [t("privacy.statistics.retention")])
    }

    /// The terms that the nightly purge holds to, as they are in force here.
    private var terms: [String] {
        let rules = RetentionRule.all.map { rule in
            t("privacy.term.\(rule.subject.rawValue)", ["term": rule.term(in: site.town).words(t)])
        }
        let journal = RetentionTerm.months(site.town.settings.privacy.journalMonths)
        return rules + [t("privacy.term.journal", ["term": journal.words(t)])]
    }

    private func processing(
        _ name: String, _ controller: Controller?, data: [String], recipients: [String], retention: [String]
    ) -> Markup {
        part(t("privacy.\(name).title")) {
            dl(.class("summary")) {
                row("privacy.controller", [controller.map(Self.words) ?? t("notice.townHall", ["town": site.town.name])])
                row("privacy.purpose", [t("privacy.\(name).purpose")])
                row("privacy.basis", [t("privacy.\(name).basis")])
                row("privacy.data", data.map { t($0) })
                row("privacy.recipients", recipients)
                row("privacy.retention", retention)
            }
        }
    }

    private func row(_ label: String, _ values: [String]) -> Markup {
        div {
            dt { t(label) }
            dd { if values.count == 1 { values[0] } else { bullets(values) } }
        }
    }

    private static func words(_ controller: Controller) -> String {
        [controller.name, controller.address, controller.contact].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private var rights: Markup {
        part(t("privacy.rights")) {
            p { t("privacy.rights.lead") }
            bullets([
                t("privacy.rights.access"), t("privacy.rights.correction"), t("privacy.rights.erasure"), t("privacy.rights.objection"),
                t("privacy.rights.restriction"), t("privacy.rights.withdrawal"),
            ])
            p { a(.href(links.rights)) { t("privacy.ask") } }
            p { t("privacy.mandatory") }
            p {
                t("privacy.officer") + " "
                if let officer = controllers.dpoContact { officer } else { a(.href(links.contact)) { t("contact.title") } }
            }
            p { t("privacy.delay") }
            p {
                t("privacy.complaint") + " "
                a(.class("show-url"), .href("https://www.cnil.fr/fr/plaintes")) { t("privacy.complaint.link") }
                " " + t("privacy.complaint.post")
            }
        }
    }

    private var cookies: Markup {
        part(t("privacy.cookies")) {
            p { t("privacy.cookies.words") }
            p { t("privacy.cookies.counting") }
            p {
                if let host = site.town.settings.tiles?.host { t("privacy.tiles", ["host": host]) } else { t("privacy.nobodyElse") }
            }
        }
    }
}
