import Domain
import Persistence

extension Conversations {
    /// One side agrees to show its telephone or e-mail in this conversation, or takes the agreement back. The other sees it only when
    /// both agreed to show something; that moment is journaled.
    public func share(
        _ kind: ContactSharing.Kind, _ isShown: Bool, through door: ConversationDoor, language: String? = nil, in facts: TownFacts
    ) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let seat = try door.seat(in: scope, now: now)
            // What shows somebody's telephone or address is agreed by themselves.
            guard !seat.isUnderMandate else { throw Refusal.notFound }
            let people = try People(scope).find([seat.me, seat.other])
            guard let me = people[seat.me], let other = people[seat.other] else { throw Refusal.notFound }
            guard isShown else { return try withdraw(kind, seat, in: scope, now: now) }
            guard try seat.isOpen(in: scope, now: now), kind == .phone ? me.phone != nil : me.email != nil else { return }
            var sharing = try ConversationReading.sharing(seat, other, in: scope)
            guard !sharing.mine.contains(kind) else { return }
            try ConsentProof(house: house, town: facts.town, language: language ?? me.language).give(
                kind == .phone ? .showPhone : .showEmail, by: me.id, .init(subject: seat.match.id.bytes, channel: .web, at: now), in: scope)
            let wasMutual = sharing.isMutual
            sharing.mine.insert(kind)
            guard sharing.isMutual else { return }
            for person in wasMutual ? [me.id] : [me.id, other.id] {
                try Journal(scope).append(
                    JournalEntry(
                        at: now, actor: me.id, action: .revealed, subjectKind: "people", subject: person.bytes, purpose: "relay"),
                    id: house.world.id())
            }
        }
    }

    private func withdraw(_ kind: ContactSharing.Kind, _ seat: ConversationDoor.Seat, in scope: TownTransaction, now: Moment) throws {
        let consents = Consents(scope)
        for consent in try consents.inForce(of: seat.me) where [consent].shared(in: seat.match).contains(kind) {
            try consents.withdraw(consent.id, of: seat.me, now: now)
        }
    }
}
