import Domain
import HTML
import Localization
import UseCases

/// On the desk's first page: the word of the shift before, who is on, and the ways to the roster, the board and the hand-over.
struct AtDesk {
    let site: Site
    let desk: HandingOver.AtDesk

    private var t: Localizer { site.t }
    private var links: Links { site.links }

    var words: Markup { .list(desk.words.map(word)) }

    private func word(_ one: HandingOver.AtDesk.Word) -> Markup {
        let (handOver, id) = (one.handOver, "passation-\(one.handOver.id.text)")
        return section(.class("notice warning"), .aria("labelledby", id)) {
            icon("talk")
            div {
                h2(.id(id)) { t("handOver.word", ["name": one.giverName, "time": t.dateTime(handOver.at.milliseconds)]) }
                if handOver.isAutomatic { p { t("handOver.automatic") } }
                if let note = handOver.note { for line in note.split(separator: "\n") { p { String(line) } } }
                p { carried(handOver.carried) }
                ButtonForm(
                    action: links.readHandOver(handOver.id), label: t("handOver.read"), style: "button small",
                    complement: one.giverName
                ).markup
            }
        }
    }

    private func carried(_ carried: HandOver.Carried) -> String {
        guard !carried.isNothing else { return t("handOver.carried.nothing") }
        let parts = [
            carried.calls > 0 ? t("handOver.carried.calls", count: carried.calls) : nil,
            carried.requests > 0 ? t("handOver.carried.requests", count: carried.requests) : nil,
            carried.promises > 0 ? t("handOver.carried.promises", count: carried.promises) : nil,
        ]
        return t("handOver.carried", ["what": t.list(parts.compactMap(\.self))])
    }

    var bar: Markup {
        .list([
            p {
                if desk.on.isEmpty {
                    span(.class("badge warning")) { t("duty.on.nobody") }
                } else {
                    HTML.b { t("duty.on.who") }
                    " "
                    t.list(desk.on.map { t("duty.on.until", ["name": $0.name, "time": t.time($0.until.milliseconds)]) })
                }
            },
            p(.class("actions")) {
                a(.class("button secondary small"), .href(links.duties)) { t("duty.title") }
                if site.viewer?.actor.runsDesk == true { a(.class("button secondary small"), .href(links.liveBoard)) { t("board.title") } }
                a(.class("button secondary small"), .href(links.paper)) {
                    icon("print")
                    t("paper.title")
                }
                if desk.isOn { a(.class("button small"), .href(links.handOver)) { t("handOver.title") } }
            },
        ])
    }
}
