import Domain
import Localization
import UseCases

/// The call screen on paper (fiche d’appel): the same questions in the same order, with lines to write on.
struct IntakeSheet {
    let site: Site
    let slip: PaperSlip
    /// To scan.
    let address: String

    private var t: Localizer { site.t }

    var sheet: PrintedSheet {
        PrintedSheet(parts: head + needs + place + caller)
    }

    private var head: [PrintedSheet.Part] {
        [
            .code(
                slip.code, label: t("paper.sheet.code"), address: address,
                description: t("paper.sheet.scan", ["code": slip.code.text])),
            .heading(t("paper.sheet.title")),
            .note("\(t("emergency.title")) 15, 18, 112. \(t("emergency.sentence"))"),
            .lines([t("paper.sheet.day"), t("paper.sheet.time")]),
        ]
    }

    private var needs: [PrintedSheet.Part] {
        [
            .boxes(t("call.need.first"), site.facts.activeCategories.map { site.label($0) }),
            .boxes(t("ask.when.title"), [t("ask.when.now"), t("ask.when.date"), t("ask.when.every")]),
            .lines([t("ask.when.day"), t("ask.when.rhythm")]),
            .room(t("call.details"), lines: 2),
            .note(t("call.details.hint")),
            .room(t("paper.sheet.others"), lines: 2),
        ]
    }

    private var place: [PrintedSheet.Part] {
        [
            .section(t("call.part.where")),
            .boxes(nil, [t("call.for.me"), t("call.for.other")]),
            .lines([t("ask.who.firstName"), t("ask.who.lastName"), t("ask.who.phone"), t("paper.sheet.quartier")]),
            .room(t("place.address"), lines: 1),
            .room(t("place.words"), lines: 1),
            .room(t("ask.details.constraints"), lines: 1),
            .boxes(t("call.criteria"), Criterion.allCases.map { t("criterion.\($0.rawValue)") }),
        ]
    }

    private var caller: [PrintedSheet.Part] {
        let words = ConsentWords(t, site.town)
        return [.section(t("call.part.caller"))] + words.lines(.callNotice).map { .note($0) } + [
            .boxes(nil, [t("call.notice")]),
            .lines([t("ask.contact.phone"), t("call.bornOn"), t("paper.sheet.firstName"), t("call.lastName")]),
            .room(t("ask.contact.email"), lines: 1),
            .boxes(words.lines(.givePhone).joined(separator: " "), [t("call.share.yes"), t("call.share.no")]),
            .note(t("paper.sheet.keep")),
        ]
    }
}
