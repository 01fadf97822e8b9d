import Domain
import Localization
import Persistence
import Secrets

/// What the reserve writes to a helper. Neither mail says anything of somebody else.
struct ReserveLetters {
    let house: House
    let town: Town

    func stillAvailable(_ token: Token, to person: Person) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        let page = "\(house.base(of: town))/disponibilite/\(token.text)"
        return Letter(
            kind: "still_available", subject: t("mail.reserve.subject", ["town": town.name]),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.reserve.body", ["town": town.name])],
            actions: [
                .init(label: t("reserve.yes"), url: "\(page)?reponse=oui"),
                .init(label: t("reserve.pause"), url: "\(page)?reponse=pause"),
                .init(label: t("reserve.stop"), url: "\(page)?reponse=arret"),
            ],
            afterwards: [t("mail.reserve.silence")])
    }

    func welcomeBack(_ person: Person) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        return Letter(
            kind: "welcome_back", subject: t("mail.welcomeBack.subject", ["name": person.firstName]),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.welcomeBack.body", ["town": town.name])],
            actions: [.init(label: t("mail.welcomeBack.button"), url: "\(house.base(of: town))/mon-compte/disponibilites")])
    }
}
