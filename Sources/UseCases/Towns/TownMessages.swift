import Domain
import Localization
import Persistence

/// What visitors write to the town goes by mail to those who answer for it; nothing else is kept.
public struct TownMessages: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A question goes to the administrators, a report to the moderators or, without any, to the administrators.
    /// - Throws: a conflict when nobody of the town has an address.
    public func send(_ kind: TownMessage.Kind, _ fields: [String: String], in facts: TownFacts) async throws {
        let message = try TownMessage(kind, fields)
        let town = facts.town
        try await house.write(town) { scope in
            var readers = kind == .report ? try Staff(scope).holding(.moderator) : []
            if readers.isEmpty { readers = try Staff(scope).holding(.administrator) }
            let people = try People(scope).find(readers)
            var sent = false
            for person in readers.compactMap({ people[$0] }) {
                let mail = letter(message, to: person, of: town)
                sent = try Post(house: house, town: town).send(mail, to: person, in: scope) || sent
            }
            guard sent else { throw Refusal(.conflict, "refusal.nobodyReads") }
        }
    }

    private func letter(_ message: TownMessage, to person: Person, of town: Town) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        var facts: [String] = []
        if let subject = message.subject { facts.append(t("mail.message.about", ["what": t("report.subject.\(subject.rawValue)")])) }
        if let place = message.place { facts.append(t("mail.message.place", ["place": place])) }
        let sender = [message.name, message.email?.text, message.phone?.spoken].compactMap(\.self)
        facts.append(sender.isEmpty ? t("mail.message.nobody") : t("mail.message.from", ["sender": sender.joined(separator: ", ")]))
        return Letter(
            kind: message.kind.rawValue, subject: t("mail.message.\(message.kind.rawValue)", ["town": town.name]),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.message.lead")] + facts
                + message.words.split(separator: "\n").map(String.init),
            afterwards: [t("mail.message.answer")])
    }
}
