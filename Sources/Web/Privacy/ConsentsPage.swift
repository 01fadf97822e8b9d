import Domain
import HTML
import Localization
import UseCases

/// Each yes with its exact words, when, how and to whom it was said, and whether it still holds.
struct ConsentsPage: Page {
    let site: Site
    let items: [OwnConsents.Item]
    let isDone: Bool

    var title: String { t("consents.title") }
    var mainClass: String? { "page narrow" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.account)) {
                icon("arrow-left")
                t("form.back")
            },
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("consents.lead") }
            },
            isDone
                ? div(.class("notice success"), .role("status")) {
                    icon("check")
                    div { p { t("consents.done") } }
                } : .empty,
            items.isEmpty ? p { t("consents.none") } : .list(items.map(row)),
        ])
    }

    private func row(_ item: OwnConsents.Item) -> Markup {
        let consent = item.consent
        let name = t("consents.purpose.\(consent.purpose.rawValue)")
        return section(.class("box"), .aria("labelledby", "c-\(consent.id.text)")) {
            h2(.id("c-\(consent.id.text)")) { name }
            dl(.class("summary")) {
                fact("consents.about", item.reference?.text)
                fact("consents.given", t.dateTime(consent.givenAt.milliseconds))
                fact("consents.channel", t("consents.channel.\(consent.channel.rawValue)"))
                fact("consents.collector", collector(item.collector))
                fact(
                    "consents.withdrawn",
                    consent.purpose == .notice ? nil : consent.withdrawnAt.map { t.dateTime($0.milliseconds) } ?? t("consents.inForce"))
            }
            ConsentExactWords(item: item, t: t).markup
            if consent.mayBeWithdrawn {
                p {
                    a(.class("button secondary small"), .href(links.consentWithdrawal(consent.id))) {
                        t("consents.withdraw")
                        span(.class("visually-hidden")) { "\u{A0}: " + name }
                    }
                }
            } else if consent.purpose == .notice {
                p(.class("meta")) { t("consents.notice") }
            }
        }
    }

    private func fact(_ key: String, _ words: String?) -> Markup {
        guard let words else { return .empty }
        return div {
            dt { t(key) }
            dd { words }
        }
    }

    private func collector(_ collector: OwnConsents.Collector) -> String {
        switch collector {
        case .themselves: t("consents.collector.you")
        case .staff(let kind): t("role.\(kind.rawValue)")
        case .town: t("consents.collector.town")
        }
    }
}

/// The words as they were, in their language.
struct ConsentExactWords {
    let item: OwnConsents.Item
    let t: Localizer

    var markup: Markup {
        details {
            summary { t("consents.words") }
            if let text = item.text {
                div(.lang(text.language)) { for line in text.text.split(separator: "\n") { p { String(line) } } }
                p(.class("meta")) { t("consents.version", ["version": text.version]) }
            } else {
                p { t("consents.words.lost") }
            }
        }
    }
}

/// « Reprendre votre accord ? », with what follows.
struct ConsentWithdrawalPage: Page {
    let site: Site
    let item: OwnConsents.Item

    var title: String { t("consents.withdraw.title") }
    var mainClass: String? { "page sheet" }

    var content: Markup {
        .list([
            a(.class("back"), .href(links.consents)) {
                icon("arrow-left")
                t("form.back")
            },
            div(.class("page-header")) {
                h1 { title }
                p(.class("lead")) { t("consents.purpose.\(item.consent.purpose.rawValue)") }
            },
            p { t("consents.follows.\(item.consent.purpose.rawValue)") },
            ConsentExactWords(item: item, t: t).markup,
            HTML.form(.method("post"), .action(links.consentWithdrawal(item.consent.id))) {
                div(.class("actions")) {
                    button(.class("button secondary danger"), .type("submit")) { t("consents.withdraw") }
                    a(.class("button quiet"), .href(links.consents)) { t("block.no") }
                }
            },
        ])
    }
}
