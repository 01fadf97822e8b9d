import Domain
import HTML
import Localization

/// A letter in the frame of its town: the town's name, its telephone, why this mail came. As text and as HTML.
struct LetterLayout {
    let letter: Letter
    let townName: String
    let townURL: String
    let phone: String?
    let why: String
    let language: Language

    init(_ letter: Letter, from town: Town, in house: House, _ t: Localizer) {
        self.letter = letter
        townName = t("mail.frame.service", ["town": town.name])
        townURL = house.base(of: town)
        phone = town.settings.phone
        why = t("mail.frame.why", ["town": town.name])
        language = t.language
    }

    var text: String {
        var blocks = letter.paragraphs
        for action in letter.actions { blocks.append("\(action.label) :\n\(action.url)") }
        blocks += letter.afterwards
        blocks.append(["-- ", townName, phone, townURL].compactMap(\.self).joined(separator: "\n"))
        blocks.append(why)
        return blocks.joined(separator: "\n\n") + "\n"
    }

    var html: String {
        let page = document(lang: language.rawValue) {
            head {
                meta(.attr("charset", "utf-8"))
                meta(.name("viewport"), .attr("content", "width=device-width, initial-scale=1"))
                title { letter.subject }
            }
            body(.attr("style", "margin:0;background:#f6f2ea;color:#22201c;font:18px/1.6 Georgia,'Times New Roman',serif")) {
                div(.attr("style", "max-width:36rem;margin:0 auto;padding:1.5rem")) {
                    p(.attr("style", "font-weight:bold;font-size:1.2rem")) { townName }
                    main { content }
                    hr(.attr("style", "border:0;border-top:1px solid #b9ad98;margin:2rem 0 1rem"))
                    footer
                }
            }
        }
        return String(decoding: page.rendered(capacity: 4_096), as: UTF8.self)
    }

    private var content: Markup {
        .list(
            letter.paragraphs.map { text in p { text } }
                + letter.actions.map { action in
                    p {
                        a(
                            .href(action.url),
                            .attr(
                                "style",
                                "display:inline-block;padding:.8rem 1.2rem;border-radius:.6rem;background:#1f4d40;color:#fff;text-decoration:none"
                            )
                        ) { action.label }
                    }
                }
                + letter.afterwards.map { text in p { text } })
    }

    private var footer: Markup {
        .list([
            phone.map { phone in
                p {
                    "☎ "
                    a(.href("tel:\(phone.filter { $0.isNumber || $0 == "+" })"), .attr("style", "color:#1f4d40")) { phone }
                }
            } ?? .empty,
            p { a(.href(townURL), .attr("style", "color:#1f4d40")) { townURL } },
            p(.attr("style", "font-size:1rem")) { why },
        ])
    }
}
