import Database
import Domain
import JobQueue
import Localization
import Persistence
import Secrets

/// Puts mails into the outbox, in the transaction of what they tell; a job sends them.
struct Post {
    static let job = "mail"
    let house: House
    let town: Town

    func localizer(_ language: String) -> Localizer {
        Localizer(
            language: Language(rawValue: language) ?? .fr, catalogue: house.catalogue,
            timeZone: Zone.named(town.settings.timeZone) ?? .paris)
    }

    func layout(_ mail: OutboundMail) -> LetterLayout { LetterLayout(mail.letter, from: town, in: house, localizer(mail.language)) }

    /// Writes to somebody who has an address; others are rung. Answers whether a mail was put.
    @discardableResult
    func send(_ letter: Letter, to person: Person, in scope: TownTransaction) throws -> Bool {
        guard let email = person.email, person.isMailed else { return false }
        try send(letter, to: email, language: person.language, in: scope)
        return true
    }

    func send(_ letter: Letter, to email: EmailAddress, language: String, in scope: TownTransaction) throws {
        let now = house.world.now()
        let mail = OutboundMail(id: house.world.id(), recipient: email, letter: letter, language: language, createdAt: now)
        try OutboundMails(scope).insert(mail)
        try Jobs(scope.sql).enqueue(Self.job, town: town.id, payload: mail.id.text, due: now.milliseconds)
    }

    /// A fresh link to the tracking page, for one mail: tokens are not kept in clear, so no link can be sent twice.
    func trackingURL(of request: HelpRequest, in scope: TownTransaction, now: Moment) throws -> String {
        let token = Token()
        try HelpRequests(scope).addTrackingLink(token.hash, to: request.id, now: now)
        return "\(house.base(of: town))/suivi/\(token.text)"
    }
}
