import Domain
import Foundation
import JobQueue
import Mail
import Persistence

/// The job that hands one mail to the server. Sent again only if the process dies before it could write down the server's 250,
/// and then with the same Message-ID.
public struct MailDelivery: Sendable {
    private let house: House
    private let mailer: any Mailer
    private let sender: MailAddress

    public init(house: House, mailer: any Mailer, sender: MailAddress) {
        self.house = house
        self.mailer = mailer
        self.sender = sender
    }

    var handler: JobHandler {
        { job in
            guard let id = ID<OutboundMail>(text: job.payload), let town = house.towns.town(id: job.town)?.town else {
                throw JobGaveUp("a mail of an unknown town")
            }
            guard let mail = try await house.read(town, { try OutboundMails($0).waiting(id) }) else { return { _ in } }
            do {
                try await mailer.send(try message(mail, town))
            } catch let error as MailError where error.kind == .permanent {
                return { try OutboundMails(TownTransaction($0, town: town.id, keys: house.keys)).markFailed(id, error: "\(error)") }
            }
            let now = house.world.now()
            return { try OutboundMails(TownTransaction($0, town: town.id, keys: house.keys)).markSent(id, now: now) }
        }
    }

    private func message(_ mail: OutboundMail, _ town: Town) throws -> MailMessage {
        let settings = town.settings
        let from = MailAddress(parsing: settings.mailSenderAddress ?? sender.address, name: settings.mailSenderName ?? town.name) ?? sender
        guard let to = MailAddress(parsing: mail.recipient.text), let messageID = MessageID(mail.id.text, domain: from.domain) else {
            throw JobGaveUp("a mail without a usable address")
        }
        let layout = Post(house: house, town: town).layout(mail)
        return MailMessage(
            from: from, to: to, replyTo: settings.replyTo.flatMap { MailAddress(parsing: $0) }, subject: mail.letter.subject,
            text: layout.text, html: layout.html, messageID: messageID, date: Int(mail.createdAt.milliseconds),
            language: mail.language)
    }
}
