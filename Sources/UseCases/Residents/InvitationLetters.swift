import Domain
import Localization
import Persistence
import Secrets

/// The mails that hold out a role or a place among the helpers.
struct InvitationLetters {
    let house: House
    let facts: TownFacts

    private var post: Post { Post(house: house, town: facts.town) }

    /// In the language of the person's account, if there is one.
    func role(_ role: Role, from inviter: Person, to email: EmailAddress, _ token: Token, in scope: TownTransaction) throws {
        let residents = try People(scope).residents(with: email)
        let language = residents.first?.language ?? inviter.language
        let t = post.localizer(language)
        let name = RoleName(role, facts).words(t)
        let letter = Letter(
            kind: "invitation", subject: t("mail.invitation.subject", ["role": name, "town": facts.town.name]),
            paragraphs: [t("mail.invitation.body", ["name": inviter.shownName, "role": name, "town": facts.town.name])],
            actions: [.init(label: t("mail.invitation.button"), url: url(token))], afterwards: [t("mail.invitation.until")])
        try post.send(letter, to: email, language: language, in: scope)
    }

    func helper(_ person: Person, to email: EmailAddress, _ token: Token, in scope: TownTransaction) throws {
        let t = post.localizer(person.language)
        let letter = Letter(
            kind: "helper_invitation", subject: t("mail.helperInvitation.subject", ["town": facts.town.name]),
            paragraphs: [
                t("mail.greeting", ["name": person.firstName]), t("mail.helperInvitation.body", ["town": facts.town.name]),
            ],
            actions: [.init(label: t("mail.helperInvitation.button"), url: url(token))],
            afterwards: [t("mail.helperInvitation.until"), t("mail.helperInvitation.no")])
        try post.send(letter, to: email, language: person.language, in: scope)
    }

    private func url(_ token: Token) -> String { "\(house.base(of: facts.town))/invitation/\(token.text)" }
}

/// « référent des Tilleuls », « administrateur »: as it stands in a sentence.
public struct RoleName: Sendable {
    private let kind: Role.Kind
    private let place: String?

    public init(_ role: Role, _ facts: TownFacts) {
        kind = role.kind
        place = facts.neighbourhood(role.neighbourhood)?.name
    }

    public func words(_ t: Localizer) -> String {
        let name = t("role.\(kind.rawValue)")
        return place.map { t("role.ofPlace", ["role": name, "place": $0]) } ?? name
    }
}
