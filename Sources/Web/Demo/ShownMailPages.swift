import Domain
import HTML
import Localization
import UseCases

/// A mail box on a page. HTML parts are shown as their source: nothing of a mail is ever run.
struct ShownMailPages {
    let t: Localizer

    func list(_ mails: [ShownMails.Mail]) -> Markup {
        frame(t("dev.mail.title")) {
            div(.class("page-header")) {
                h1 { t("dev.mail.title") }
                p(.class("lead")) { t("dev.mail.lead") }
            }
            if mails.isEmpty {
                p { t("dev.mail.empty") }
            } else {
                ol(.class("stack")) {
                    for shown in mails { li(.class("box")) { entry(shown) } }
                }
            }
        }
    }

    func mail(_ shown: ShownMails.Mail) -> Markup {
        frame(shown.subject) {
            p(.class("back")) { a(.href("/dev/mail")) { t("dev.mail.back") } }
            div(.class("page-header")) {
                h1 { shown.subject }
                p(.class("lead")) { facts(shown) }
            }
            article(.class("box"), .lang(shown.language)) {
                for paragraph in shown.text.split(separator: "\n\n") { p { linked(String(paragraph)) } }
            }
            details {
                summary { t("dev.mail.source") }
                Markup.element("pre", [.tabindex(0)], .text(shown.html))
            }
        }
    }

    private func entry(_ shown: ShownMails.Mail) -> Markup {
        .list([
            h2 { a(.href("/dev/mail/\(shown.town.slug)/\(shown.id)")) { shown.subject } },
            p { facts(shown) },
        ])
    }

    private func facts(_ shown: ShownMails.Mail) -> String {
        t(
            "dev.mail.facts",
            ["to": shown.to, "town": shown.town.name, "when": t.dateTime(shown.at.milliseconds)])
    }

    private func linked(_ text: String) -> Markup {
        .list(
            MailLinks.pieces(of: text).map { piece in
                switch piece {
                case .link(let link): a(.href(link)) { link }
                case .text(let text):
                    .list(
                        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
                            index == 0 ? .text(String(line)) : .list([br(), .text(String(line))])
                        })
                }
            })
    }

    private func frame(_ name: String, @MarkupBuilder content: () -> Markup) -> Markup {
        document(lang: t.language.rawValue) {
            head {
                meta(.attr("charset", "utf-8"))
                meta(.name("viewport"), .attr("content", "width=device-width, initial-scale=1"))
                title { name }
                link(.rel("stylesheet"), .href(Assets.stylesheet))
            }
            body {
                a(.class("skip"), .href("#contenu")) { t("site.skip") }
                main(.id("contenu"), .class("page narrow"), .tabindex(-1)) { content() }
            }
        }
    }
}
