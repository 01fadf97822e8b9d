import Domain
import Localization
import Persistence
import Secrets

/// What recurring help writes: first names and initials at most, as after any match.
struct StandingLetters {
    let house: House
    let town: Town

    /// To the helper, the day before.
    func reminder(_ category: Category, _ day: Moment, _ token: Token, to helper: Person) -> Letter {
        letter("reminder", to: helper, link: "prochaine-fois/\(token.text)") {
            ["category": category.label(helper.language), "date": $0.date(day.milliseconds)]
        }
    }

    /// To the asker: the helper cannot come this once, and somebody else is looked for.
    func missing(_ helper: Person, _ day: Moment, _ page: String, to asker: Person) -> Letter {
        letter("missing", to: asker, url: page) { ["name": helper.shownName, "date": $0.date(day.milliseconds)] }
    }

    /// To the asker: the helper comes after all.
    func back(_ helper: Person, _ day: Moment, _ page: String, to asker: Person) -> Letter {
        letter("back", to: asker, url: page) { ["name": helper.shownName, "date": $0.date(day.milliseconds)] }
    }

    /// To the asker: may this one be the second person?
    func proposal(of second: Person, _ page: String, to asker: Person) -> Letter {
        letter("proposal", to: asker, url: page) { _ in ["name": second.shownName] }
    }

    /// To the second person, whom the asker would like to know.
    func second(_ asker: Person, _ category: Category, _ token: Token, to second: Person) -> Letter {
        letter("second", to: second, link: "deuxieme/\(token.text)") { _ in
            ["name": asker.shownName, "category": category.label(second.language)]
        }
    }

    /// To each of the two, once a month.
    func check(_ other: Person, _ token: Token, to person: Person) -> Letter {
        letter("check", to: person, link: "nouvelles/\(token.text)") { _ in ["name": other.shownName] }
    }

    private func letter(_ kind: String, to person: Person, link: String, _ arguments: (Localizer) -> [String: String]) -> Letter {
        letter(kind, to: person, url: "\(house.base(of: town))/\(link)", arguments)
    }

    private func letter(_ kind: String, to person: Person, url: String, _ arguments: (Localizer) -> [String: String]) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        let arguments = arguments(t)
        return Letter(
            kind: "standing_\(kind)", subject: t("mail.standing.\(kind).subject", arguments),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.standing.\(kind).body", arguments)],
            actions: [.init(label: t("mail.standing.\(kind).button"), url: url)])
    }
}
