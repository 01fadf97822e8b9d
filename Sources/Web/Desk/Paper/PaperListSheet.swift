import Domain
import Localization
import UseCases

/// A day's requests on paper. What comes of each is ticked by number.
struct PaperListSheet {
    let site: Site
    let list: PaperDayList
    let title: String

    private var t: Localizer { site.t }
    private var words: RequestWords { RequestWords(site: site) }

    var sheet: PrintedSheet {
        PrintedSheet(parts: [
            .heading(title),
            .paragraph(t("dayList.for", ["date": t.date(list.now.milliseconds), "name": site.viewer?.person.shownName ?? ""])),
            .note(t("paper.legend", ["results": PaperResultWords(t: t).legend(PaperResult.ofRequests)])),
            .table(columns, list.lines.map(row)),
            .note(t("paper.list.keep")),
        ])
    }

    private var columns: [PrintedSheet.Column] {
        let shares = [("code", 11.0), ("request", 27), ("when", 20), ("person", 13), ("result", 15), ("note", 14)]
        return shares.map { PrintedSheet.Column(title: t("paper.column.\($0.0)"), share: $0.1) }
    }

    private func what(_ request: HelpRequest) -> String {
        let what = "\(request.reference.text), \(words.category(request.category))"
        return request.status == .open ? what : "\(what), \(words.state(request))"
    }

    private func row(_ line: PaperDayList.Line) -> [PrintedSheet.Cell] {
        let request = line.request
        return [
            .bold(line.code.text),
            .text(what(request)),
            .text("\(words.when(request.wanted)), \(words.place(request.neighbourhood))"),
            line.firstName.map { .text($0) } ?? .text(t("paper.list.noName")),
            .text(PaperResult.ofRequests.map { "\u{2610}\u{A0}\($0.number)" }.joined(separator: " ")),
            .empty,
        ]
    }
}

/// What may be ticked, in words.
struct PaperResultWords {
    let t: Localizer

    func name(_ result: PaperResult) -> String { t("paper.result.\(result.rawValue)") }

    func legend(_ results: [PaperResult]) -> String { results.map { "\($0.number)\u{A0}\(name($0))" }.joined(separator: ", ") }
}
