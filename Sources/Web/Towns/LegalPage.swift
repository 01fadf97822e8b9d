import Domain
import HTML
import Localization

/// Who publishes and who hosts (LCEN, art. 1-1), and under which licence the software is.
struct LegalPage: Page {
    let site: Site

    var title: String { t("legal.title") }
    var mainClass: String? { "page narrow" }
    private var notice: LegalNotice { site.town.settings.legal }
    private var townHall: String { t("notice.townHall", ["town": site.town.name]) }

    var content: Markup {
        .list([heading(), publisher, host, software, reuse])
    }

    private var publisher: Markup {
        part(t("legal.publisher")) {
            p { notice.publisher ?? townHall }
            if let address = notice.address { townWords(address) }
            if let phone = site.town.settings.phone {
                p {
                    t("contact.phone") + " "
                    telephone(phone)
                }
            }
            p { a(.class("link"), .href(links.contact)) { t("contact.title") } }
            h3 { t("legal.director") }
            p { notice.publicationDirector ?? t("legal.director.mayor", ["town": site.town.name]) }
        }
    }

    private var host: Markup {
        part(t("legal.host")) {
            if let host = notice.host { townWords(host) } else { p { t("legal.host.townHall", ["town": townHall]) } }
        }
    }

    private var software: Markup {
        part(t("legal.software")) { p { t("legal.software.words") } }
    }

    private var reuse: Markup {
        part(t("legal.liability")) {
            p { t("legal.liability.words") }
            p { t("emergency.sentence") }
            p { a(.class("link"), .href(links.report)) { t("footer.report") } }
        }
    }
}
