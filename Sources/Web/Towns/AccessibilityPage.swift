import Domain
import HTML
import Localization

/// The accessibility statement, in the template that the State prescribes.
struct AccessibilityPage: Page {
    let site: Site

    var title: String { t("accessibility.title") }
    var mainClass: String? { "page narrow" }
    private var statement: AccessibilityStatement { site.town.settings.accessibility }
    private var names: [String: any Localizer.Argument] {
        ["town": site.town.name, "site": t("mail.frame.service", ["town": site.town.name])]
    }

    var content: Markup {
        .list([heading(), commitment, state, results, unreachable, making, contact, remedies])
    }

    private var commitment: Markup {
        div(.class("stack")) {
            p { t("accessibility.commitment", names) }
            if let plan = statement.plan {
                p {
                    t("accessibility.plan") + " "
                    a(.href(plan), .class("show-url")) { t("accessibility.plan.link") }
                }
            }
            p { t("accessibility.scope", names) }
        }
    }

    private var state: Markup {
        part(t("accessibility.state")) {
            p { strong { t("footer.accessibility.\(statement.shown.rawValue)") } }
            p { t("accessibility.state.\(statement.shown.rawValue)", names) }
        }
    }

    private var results: Markup {
        part(t("accessibility.results")) {
            if let audit = statement.audit {
                p {
                    t(
                        "accessibility.audit",
                        [
                            "date": t.date(audit.midnight(in: site.town.timeZone).milliseconds),
                            "auditor": statement.auditor ?? site.town.name,
                        ])
                }
                if let rate = statement.rate { p { t("accessibility.rate", ["rate": rate]) } }
            } else {
                p { t("accessibility.noAudit") }
            }
        }
    }

    private var unreachable: Markup {
        part(t("accessibility.content")) {
            item(t("accessibility.nonConformities"), statement.nonConformities, else: t("accessibility.nonConformities.unknown"))
            item(t("accessibility.derogations"), statement.derogations, else: t("accessibility.derogations.none"))
            item(t("accessibility.exempt"), statement.exemptContent, else: t("accessibility.exempt.maps"))
        }
    }

    private var making: Markup {
        part(t("accessibility.making")) {
            if let day = statement.establishedOn.flatMap(CivilDay.init) {
                p { t("accessibility.established", ["date": t.date(day.midnight(in: site.town.timeZone).milliseconds)]) }
            }
            h3 { t("accessibility.technologies") }
            bullets(["HTML", "CSS", "SVG", t("accessibility.script")])
            item(t("accessibility.environment"), statement.environment, else: t("accessibility.unknown"))
            item(t("accessibility.tools"), statement.tools, else: t("accessibility.tools.house"))
            item(t("accessibility.pages"), statement.pages, else: t("accessibility.unknown"))
        }
    }

    private func item(_ name: String, _ words: String?, else substitute: String) -> Markup {
        .list([h3 { name }, words.map(townWords) ?? p { substitute }])
    }

    private var contact: Markup {
        part(t("accessibility.contact")) {
            p { t("accessibility.contact.words", names) }
            ul {
                li { a(.class("link"), .href(links.contact)) { t("accessibility.contact.form") } }
                li { a(.class("link"), .href(links.rights + "?objet=accessibility")) { t("accessibility.contact.complaint") } }
                if let own = statement.contact { li { own } }
                if let phone = site.town.settings.phone {
                    li {
                        t("accessibility.contact.phone") + " "
                        telephone(phone)
                    }
                }
            }
            p { t("accessibility.contact.delay") }
        }
    }

    private var remedies: Markup {
        part(t("accessibility.remedies")) {
            p { t("accessibility.remedies.when") }
            p { t("accessibility.remedies.may") }
            ul {
                li {
                    a(.class("show-url"), .href("https://formulaire.defenseurdesdroits.fr/")) { t("accessibility.remedies.message") }
                }
                li {
                    a(.class("show-url"), .href("https://www.defenseurdesdroits.fr/saisir/delegues")) {
                        t("accessibility.remedies.delegate")
                    }
                }
                li {
                    t("accessibility.remedies.post")
                    br()
                    t("accessibility.remedies.address")
                }
            }
        }
    }
}
