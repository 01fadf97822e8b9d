import HTML
import Localization

/// A short mail in everyday words: a greeting, a few paragraphs, one button. Nothing sensitive stands in it.
struct Letter {
    var kind: String
    var subject: String
    var paragraphs: [String]
    var actions: [Action] = []
    /// Said under the button: until when, what if not.
    var afterwards: [String] = []

    struct Action {
        var label: String
        var url: String
    }

    /// The frame round each mail: the town's name, its telephone, why this mail came.
    struct Frame {
        var townName: String
        var townURL: String
        var phone: String?
        var why: String
        var emergency: String
    }

    func text(_ frame: Frame) -> String {
        var blocks = paragraphs
        for action in actions { blocks.append("\(action.label) :\n\(action.url)") }
        blocks += afterwards
        blocks.append(["-- ", frame.townName, frame.phone, frame.townURL].compactMap(\.self).joined(separator: "\n"))
        blocks.append(frame.why)
        return blocks.joined(separator: "\n\n") + "\n"
    }

    func html(_ frame: Frame, language: Language) -> String {
        let page = document(lang: language.rawValue) {
            head {
                meta(.attr("charset", "utf-8"))
                meta(.name("viewport"), .attr("content", "width=device-width, initial-scale=1"))
                title { subject }
            }
            body(.attr("style", "margin:0;background:#f6f2ea;color:#22201c;font:18px/1.6 Georgia,'Times New Roman',serif")) {
                div(.attr("style", "max-width:36rem;margin:0 auto;padding:1.5rem")) {
                    p(.attr("style", "font-weight:bold;font-size:1.2rem")) { frame.townName }
                    main { content }
                    hr(.attr("style", "border:0;border-top:1px solid #b9ad98;margin:2rem 0 1rem"))
                    footer(frame)
                }
            }
        }
        return String(decoding: page.rendered(capacity: 4_096), as: UTF8.self)
    }

    private var content: Markup {
        .list(
            paragraphs.map { text in p { text } }
                + actions.map { action in
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
                + afterwards.map { text in p { text } })
    }

    private func footer(_ frame: Frame) -> Markup {
        .list([
            frame.phone.map { phone in
                p {
                    "☎ "
                    a(.href("tel:\(phone.filter { $0.isNumber || $0 == "+" })"), .attr("style", "color:#1f4d40")) { phone }
                }
            } ?? .empty,
            p { a(.href(frame.townURL), .attr("style", "color:#1f4d40")) { frame.townURL } },
            p(.attr("style", "font-size:1rem")) { frame.why },
        ])
    }
}
