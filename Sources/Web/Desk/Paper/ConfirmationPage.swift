import Domain
import HTML
import Localization
import PDF
import UseCases

/// What whoever asked on the telephone gets in writing, where they want it: a letter to print, and a message ready to be copied.
struct ConfirmationPage: Page {
    let site: Site
    let spoken: SpokenRequest

    var title: String { t("confirmation.title", ["reference": spoken.request.reference.text]) }
    var mainClass: String? { "page a4" }

    private var words: ConfirmationWords { ConfirmationWords(site: site, spoken: spoken) }

    var content: Markup {
        .list([
            BackLink(path: links.desk, label: t("desk.title")).markup,
            div(.class("page-header screen-only")) { h1 { title } },
            section(.class("box screen-only"), .aria("labelledby", "sms")) {
                h2(.id("sms")) { t("confirmation.sms") }
                div(.class("field")) {
                    HTML.label(.for("texte")) { t("confirmation.sms.label") }
                    p(.class("hint"), .id("texte-aide")) {
                        t("confirmation.sms.hint", ["count": words.message.count, "most": GSMText.most])
                    }
                    textarea(.id("texte"), .rows(4), .attr("readonly", ""), .aria("describedby", "texte-aide")) { words.message.text }
                }
            },
            p(.class("actions")) {
                button(.class("button needs-script"), .type("button"), .data("print", "")) {
                    icon("print")
                    t("dayList.print")
                }
                if Typeface.installed != nil {
                    a(.class("button secondary"), .href(links.confirmationFile(spoken.request.id))) {
                        icon("download")
                        t("paper.file")
                    }
                }
            },
            PrintedSheetMarkup(sheet: words.letter).markup,
        ])
    }
}

/// Reference, promise, the desk's number; who it is for is written by hand.
struct ConfirmationWords {
    let site: Site
    let spoken: SpokenRequest

    private var t: Localizer { site.t }
    private var request: HelpRequest { spoken.request }
    private var words: RequestWords { RequestWords(site: site) }
    private var what: String { words.category(request.category) }

    var letter: PrintedSheet {
        PrintedSheet(
            parts: [
                .heading(t("confirmation.heading")),
                .paragraph("\(site.town.name), \(t.date(spoken.now.milliseconds))"),
                .room(t("confirmation.to"), lines: 3),
                .paragraph(t("confirmation.need", ["what": what, "when": words.when(request.wanted)])),
                .paragraph(t("confirmation.reference")),
                .large(request.reference.text),
                .paragraph(standing),
            ] + [question].compactMap { $0.map { .paragraph($0) } } + [.note(t("confirmation.free"))], isLarge: true)
    }

    /// A letter is read on another day: dates, and no « demain ».
    private var standing: String {
        switch request.status {
        case .matched: t("confirmation.matched")
        case .closed, .cancelled: t("confirmation.over")
        case .awaitingAgreement: t("confirmation.awaiting")
        case .open: deadline.map { t("confirmation.promise", ["time": $0]) } ?? t("confirmation.asking")
        }
    }

    private var deadline: String? { request.promise.flatMap { $0 > spoken.now ? t.dateTime($0.milliseconds) : nil } }

    private var question: String? { site.town.settings.phone.map { t("confirmation.question", ["phone": $0]) } }

    /// The fullest that one SMS holds.
    var message: GSMText {
        let start = t("confirmation.sms.start", ["town": site.town.name, "reference": request.reference.text])
        let need = t("confirmation.sms.need", ["what": what])
        let end = site.town.settings.phone.map { t("confirmation.sms.question", ["phone": $0]) } ?? ""
        func joined(_ parts: [String]) -> String { parts.filter { !$0.isEmpty }.joined(separator: " ") }
        return GSMText.first(of: [joined([start, need, standing, end]), joined([start, standing, end]), joined([start, end]), start])
    }
}
