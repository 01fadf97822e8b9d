import Domain
import Persistence

extension Conversations {
    /// One side agrees to show its telephone or e-mail in this conversation, or takes the agreement back. The other sees it only when
    /// both agreed to show something; that moment is journaled.
    public func share(_ kind: ContactSharing.Kind, _ isShown: Bool, through door: ConversationDoor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let seat = try door.seat(in: scope)
            let people = try People(scope).find([seat.me, seat.other])
            guard let me = people[seat.me], let other = people[seat.other] else { throw Refusal.notFound }
            guard isShown else { return try withdraw(kind, seat, in: scope, now: now) }
            guard seat.match.isOpenForWords(now: now), kind == .phone ? me.phone != nil : me.email != nil else { return }
            var sharing = try ConversationReading.sharing(seat, other, in: scope)
            guard !sharing.mine.contains(kind) else { return }
            try Consents(scope).insert(
                Consent(
                    id: house.world.id(), person: me.id, purpose: kind.purpose, subject: seat.match.id.bytes, textVersion: "1",
                    channel: .web, givenAt: now))
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
