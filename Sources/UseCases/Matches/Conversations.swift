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
            try ConversationReading(scope: scope, now: now, next: next).read(try door.seat(in: scope))
        }
        if !conversation.contact.seen.isEmpty || conversation.contact.beneficiaryPhone != nil {
            try await journal(conversation, facts.town)
        }
        return conversation
    }

    public enum Sending: Sendable, Equatable {
        case sent
        /// Nothing went yet: the writer is asked once more.
        case warned(Set<RiskyText.Kind>)
    }

    /// Puts a message on the conversation and tells the other that there is one.
    /// - Parameter id: as the form bore it; a second message with the same id changes nothing.
    public func send(_ form: MessageForm, id: ID<Message>?, through door: ConversationDoor, in facts: TownFacts) async throws -> Sending {
        let words = try form.read()
        guard words.warnings.isEmpty else {
            _ = try await house.read(facts.town) { try door.seat(in: $0) }
            return .warned(words.warnings)
        }
        let now = house.world.now()
        let id = id ?? house.world.id()
        try await house.write(facts.town) { scope in
            let seat = try door.seat(in: scope)
            guard seat.match.isOpenForWords(now: now) else { throw Refusal(.conflict, "refusal.conversationOver") }
            let message = Message(
                id: id, match: seat.match.id, author: seat.side, authorID: seat.me, body: words.body, sentAt: now)
            guard try Messages(scope).insert(message) else { return }
            try MessageNews(house: house).tell(of: message, to: seat.other, about: seat.request, facts.town, in: scope)
        }
        return .sent
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
