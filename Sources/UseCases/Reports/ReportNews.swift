import Domain
import Localization
import Persistence

/// What is told around a report: to moderators that something presses, to the person concerned why, to the reporter that it was read.
struct ReportNews {
    let house: House
    let town: Town

    private var post: Post { Post(house: house, town: town) }

    /// To those who may decide; never to the two whom it is about.
    func urgent(_ report: Report, in scope: TownTransaction) throws {
        let readers = try TextModeration.readers(in: scope).readers(besides: [report.accused, report.reporter].compactMap(\.self))
        let people = try People(scope).find(readers)
        for person in readers.compactMap({ people[$0] }) {
            let t = post.localizer(person.language)
            let letter = Letter(
                kind: "report_urgent", subject: t("mail.report.urgent.subject", ["town": town.name]),
                paragraphs: [
                    t("mail.greeting", ["name": person.firstName]), t("mail.report.urgent.body"),
                    t("report.reason.\(report.reason.rawValue)"),
                ],
                actions: [.init(label: t("mail.report.urgent.button"), url: "\(house.base(of: town))/moderation/signalements")])
            try post.send(letter, to: person, in: scope)
        }
    }

    /// « Votre signalement a été lu. » What was decided about somebody else is theirs.
    func read(_ report: Report, in scope: TownTransaction) throws {
        let person = try report.reporter.flatMap { try People(scope).find($0) }
        let t = post.localizer(person?.language ?? report.language)
        let letter = Letter(
            kind: "report_read", subject: t("mail.report.read.subject"),
            paragraphs: [
                person.map { t("mail.greeting", ["name": $0.firstName]) }, t("mail.report.read.body"), t("mail.report.read.silent"),
            ].compactMap(\.self))
        if let person, person.isMailed {
            try post.send(letter, to: person, in: scope)
        } else if let email = report.email {
            try post.send(letter, to: email, language: report.language, in: scope)
        }
    }

    func stopped(_ stop: ContactStop, in scope: TownTransaction) throws {
        try tell(stop, in: scope) { t in
            [t("mail.stop.lead"), t("stop.why.\(stop.reason.rawValue)"), t("stop.requests")] + quoted(stop.words, t)
        }
    }

    /// A moderator has read the report: the stop stays, or is over.
    func decided(_ stop: ContactStop, in scope: TownTransaction) throws {
        try tell(stop, in: scope) { t in
            stop.isStanding
                ? [t("mail.stop.confirmed"), t("stop.why.\(stop.reason.rawValue)")] + quoted(stop.words, t) : [t("mail.stop.ended")]
        }
    }

    func answered(_ stop: ContactStop, in scope: TownTransaction) throws {
        guard let answer = stop.appeal?.answer else { return }
        try tell(stop, in: scope) { t in [t("mail.stop.answer.\(answer.result.rawValue)")] + quoted(answer.words, t) }
    }

    private func quoted(_ words: String?, _ t: Localizer) -> [String] { words.map { [t("mail.moderation.words", ["words": $0])] } ?? [] }

    private func tell(_ stop: ContactStop, in scope: TownTransaction, _ words: (Localizer) -> [String]) throws {
        guard let person = try People(scope).find(stop.person) else { return }
        let t = post.localizer(person.language)
        let letter = Letter(
            kind: "contact_stop", subject: t(stop.isStanding ? "mail.stop.subject" : "mail.stop.ended.subject"),
            paragraphs: [t("mail.greeting", ["name": person.firstName])] + words(t),
            actions: [.init(label: t("mail.stop.button"), url: "\(house.base(of: town))/mon-compte/arret")],
            afterwards: stop.mayBeAppealed ? [t("mail.stop.appeal")] : [])
        try post.send(letter, to: person, in: scope)
    }
}
