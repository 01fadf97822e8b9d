import Domain
import Localization
import Persistence

/// What colleagues are told of absences: days, and nothing of anybody who is helped.
struct AbsenceLetters {
    let house: House
    let town: Town

    func standIn(_ absence: Absence, to colleague: ID<Person>, in scope: TownTransaction) throws {
        guard let person = try People(scope).find(colleague) else { return }
        let t = Post(house: house, town: town).localizer(person.language)
        let last = absence.until - .minutes(1)
        let days = ["from": t.date(absence.from.milliseconds), "until": t.date(last.milliseconds)]
        try send("standIn", t("mail.absence.standIn.body", days), to: person, t, in: scope)
    }

    func ended(to colleague: ID<Person>, in scope: TownTransaction) throws { try send("ended", to: colleague, in: scope) }

    func declined(to person: ID<Person>, in scope: TownTransaction) throws { try send("declined", to: person, in: scope) }

    private func send(_ kind: String, to id: ID<Person>, in scope: TownTransaction) throws {
        guard let person = try People(scope).find(id) else { return }
        let t = Post(house: house, town: town).localizer(person.language)
        try send(kind, t("mail.absence.\(kind).body"), to: person, t, in: scope)
    }

    private func send(_ kind: String, _ words: String, to person: Person, _ t: Localizer, in scope: TownTransaction) throws {
        let letter = Letter(
            kind: "absence_\(kind)", subject: t("mail.absence.\(kind).subject"),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), words],
            actions: [.init(label: t("mail.absence.button"), url: "\(house.base(of: town))/referent/absences")])
        try Post(house: house, town: town).send(letter, to: person, in: scope)
    }
}
