import Domain
import Persistence

/// The relay between the two people of a match: they write to each other without seeing each other's address.
public struct Conversations: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// - Throws: `notFound` for whoever is neither of the two.
    public func open(_ door: ConversationDoor, in facts: TownFacts) async throws -> Conversation {
        let now = house.world.now()
        let next: ID<Message> = house.world.id()
        let conversation = try await house.read(facts.town) { scope in
            try ConversationReading(scope: scope, now: now, next: next).read(try door.seat(in: scope, now: now))
        }
        if !conversation.contact.seen.isEmpty || conversation.contact.beneficiaryPhone != nil {
            try await journal(conversation, facts.town)
        }
        return conversation
    }

    public enum Sending: Sendable, Equatable {
        case sent
        /// Written down; somebody of the town reads it before the other gets it.
        case held
    }

    /// Puts a message on the conversation and tells the other that there is one. The first that the other would get from this side is
    /// held where the guard sees something (B-12).
    /// - Throws: a `TextConcern` while the writer has not insisted.
    /// - Parameter id: as the form bore it; a second message with the same id changes nothing.
    public func send(_ form: MessageForm, id: ID<Message>?, through door: ConversationDoor, in facts: TownFacts) async throws -> Sending {
        let now = house.world.now()
        // What a stranger writes is not looked at.
        _ = try await house.read(facts.town) { try door.seat(in: $0, now: now) }
        let words = try form.read(facts.town.settings.textGuard)
        let id = id ?? house.world.id()
        return try await house.write(facts.town) { scope in
            let seat = try door.seat(in: scope, now: now)
            guard try seat.isOpen(in: scope, now: now) else { throw Refusal(.conflict, "refusal.conversationOver") }
            var message = Message(
                id: id, match: seat.match.id, author: seat.side, authorID: seat.me, body: words.body, sentAt: now)
            if words.heldFor != nil, try Messages(scope).count(in: seat.match.id, by: seat.side) == 0 {
                (message.heldFor, message.review) = (words.heldFor, .unread)
            }
            guard try Messages(scope).insert(message) else { return message.isDelivered ? .sent : .held }
            try door.note(.wrote, on: seat.request, in: scope, of: house)
            guard message.isDelivered else { return .held }
            try MessageNews(house: house).tell(of: message, to: seat.other, about: seat.request, facts.town, in: scope)
            return .sent
        }
    }

    /// Contact data of one person was shown to another (P-04).
    private func journal(_ conversation: Conversation, _ town: Town) async throws {
        let isHelper = conversation.side == .helper
        let (helper, asker) = (conversation.match.helper, conversation.request.asker)
        let beneficiary = conversation.contact.beneficiaryPhone == nil ? nil : conversation.request.beneficiary
        let other = conversation.contact.seen.isEmpty ? nil : isHelper ? asker : helper
        let entries = Set([other, beneficiary].compactMap(\.self)).map { person in
            JournalEntry(
                at: conversation.now, actor: isHelper ? helper : asker, action: .readContact, subjectKind: "people",
                subject: person.bytes, purpose: "relay")
        }
        try await house.write(town) { scope in
            for entry in entries { try Journal(scope).append(entry, id: house.world.id()) }
        }
    }
}
