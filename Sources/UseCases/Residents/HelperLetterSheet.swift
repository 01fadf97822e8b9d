import Domain
import HTML
import Localization
import Secrets

/// What one printed letter says.
struct HelperLetter: Sendable {
    var name: String
    var firstName: String
    var code: InvitationCode
}

/// Printable letters in large type, one a page: an address to type, a code, the town's telephone.
struct HelperLetterSheet {
    let house: House
    let facts: TownFacts
    let letters: [HelperLetter]

    private var t: Localizer { Localizer(language: .fr, catalogue: house.catalogue) }
    private var title: String { t("mail.helperInvitation.subject", ["town": facts.town.name]) }

    var html: String {
        let page = document(lang: Language.fr.rawValue) {
            head {
                meta(.attr("charset", "utf-8"))
                HTML.title { title }
                HTML.Markup.element("style", [], .raw(Self.style))
            }
            body { for letter in letters { one(letter) } }
        }
        return String(decoding: page.rendered(capacity: 4_096 + letters.count * 1_024), as: UTF8.self)
    }

    private func one(_ letter: HelperLetter) -> Markup {
        let address = house.base(of: facts.town).replacing("https://", with: "").replacing("http://", with: "") + "/invitation"
        return section {
            p { letter.name }
            h1 { title }
            p { t("mail.greeting", ["name": letter.firstName]) }
            p { t("mail.helperInvitation.body", ["town": facts.town.name]) }
            p {
                t("letter.helper.address")
                br()
                strong { address }
            }
            p {
                t("letter.helper.code")
                br()
                strong(.class("code")) { letter.code.text }
            }
            if let phone = facts.town.settings.phone { p { t("letter.helper.phone", ["phone": phone]) } }
            p { t("mail.helperInvitation.no") }
        }
    }

    private static let style: StaticString = """
        @page { size: A4; margin: 25mm }
        body { font: 18pt/1.5 Georgia, 'Times New Roman', serif; color: #000; margin: 0 auto; max-width: 40rem }
        h1 { font-size: 24pt; line-height: 1.2 }
        section { break-after: page }
        .code { font: bold 28pt/1.4 'Courier New', monospace; letter-spacing: .1em }
        """
}
