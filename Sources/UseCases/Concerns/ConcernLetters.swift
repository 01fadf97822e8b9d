import Domain
import Localization
import Persistence
import Secrets

/// What is written about a worry: its kind and its clock, never whom it is about.
struct ConcernLetters {
    enum What: String {
        case raised, taken, overdue
        case followUp
    }

    let house: House
    let town: Town

    private var post: Post { Post(house: house, town: town) }

    /// To the social-action centre by its link, to whoever answers for it signed in; once late, to the administrators too. That it is in
    /// hand is told to whoever raised it.
    func tell(of concern: Concern, _ what: What, in scope: TownTransaction, now: Moment) throws {
        if what == .taken { return try thank(concern, in: scope) }
        if let organisation = try concern.organisation.flatMap({ try Organisations(scope).find($0) }) {
            let letter = try letter(what, concern, organisation.language, url: url(of: concern, in: scope, now: now), now: now)
            try post.send(letter, to: organisation.email, language: organisation.language, in: scope)
        }
        let page = "\(house.base(of: town))/inquietudes/\(concern.id.text)"
        for person in try staff(concern, what, in: scope) {
            try post.send(letter(what, concern, person.language, url: page, now: now), to: person, in: scope)
        }
    }

    private func staff(_ concern: Concern, _ what: What, in scope: TownTransaction) throws -> [Person] {
        let administrators = what == .overdue ? try Guides(scope).administrators() : []
        return try People(scope).find(Array(Set([concern.owner] + administrators))).values.sorted { $0.id < $1.id }
    }

    private func letter(_ what: What, _ concern: Concern, _ language: String, url: String, now: Moment) throws -> Letter {
        let t = post.localizer(language)
        let facts = [
            "kind": t("concern.kind.\(concern.kind.rawValue)"),
            "deadline": t.deadline(concern.dueAt.milliseconds, now: now.milliseconds), "time": t.dateTime(concern.raisedAt.milliseconds),
        ]
        return Letter(
            kind: "concern_\(what.rawValue)", subject: t("mail.concern.\(what.rawValue).subject", facts),
            paragraphs: [t("mail.concern.\(what.rawValue).body", facts)], actions: [.init(label: t("mail.concern.open"), url: url)],
            afterwards: [t("mail.concern.secret"), t("emergency.sentence")])
    }

    private func thank(_ concern: Concern, in scope: TownTransaction) throws {
        guard let person = try People(scope).find(concern.raisedBy) else { return }
        let t = post.localizer(person.language)
        let letter = Letter(
            kind: "concern_taken", subject: t("mail.concern.taken.subject"),
            paragraphs: [
                t("mail.greeting", ["name": person.firstName]),
                t("mail.concern.taken.body", ["time": t.dateTime(concern.raisedAt.milliseconds)]),
            ])
        try post.send(letter, to: person, in: scope)
    }

    /// A fresh link for one mail: tokens are not kept in clear.
    private func url(of concern: Concern, in scope: TownTransaction, now: Moment) throws -> String {
        let token = Token()
        try Concerns(scope).addLink(token.hash, to: concern.id, now: now)
        return "\(house.base(of: town))/inquietude/\(token.text)"
    }
}
