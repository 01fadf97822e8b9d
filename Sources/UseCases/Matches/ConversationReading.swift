import Domain
import Persistence

/// Gathers a conversation for the one who sits at it, and no more of the other than agreed.
struct ConversationReading {
    let scope: TownTransaction
    let now: Moment
    let next: ID<Message>

    func read(_ seat: ConversationDoor.Seat) throws -> Conversation {
        let people = try People(scope).find([seat.me, seat.other, seat.request.beneficiary, seat.request.owner])
        guard let me = people[seat.me], let other = people[seat.other] else { throw Refusal.notFound }
        let beneficiary = seat.request.isForSomebodyElse ? people[seat.request.beneficiary] : nil
        let outcomeSide: Outcome.Side = seat.side == .helper ? .helper : .asker
        return Conversation(
            match: seat.match, request: seat.request, side: seat.side, otherName: try name(of: other, seat),
            beneficiaryName: beneficiary?.shownName,
            messages: try Messages(scope).of(seat.match.id).filter { $0.isDelivered || $0.authorID == seat.me },
            contact: try contact(seat, me, other, beneficiary),
            otherIsMailed: other.isMailed, ownerName: people[seat.request.owner]?.shownName ?? "",
            outcome: try Outcomes(scope).of(seat.request.id).first { $0.side == outcomeSide && $0.match == seat.match.id },
            nextMessage: next, now: now,
            isUnderMandate: seat.isUnderMandate, isApart: try Blocks(scope).between(seat.me, seat.other))
    }

    private func name(of other: Person, _ seat: ConversationDoor.Seat) throws -> String {
        seat.side == .asker ? try MatchedName(scope: scope).of(seat.match, other) ?? other.shownName : other.shownName
    }

    private func contact(
        _ seat: ConversationDoor.Seat, _ me: Person, _ other: Person, _ beneficiary: Person?
    ) throws -> Conversation.Contact {
        let sharing = try Self.sharing(seat, other, in: scope)
        // What was shown for a match is hidden when it is over.
        guard try seat.isOpen(in: scope, now: now), !seat.isUnderMandate else {
            return Conversation.Contact(
                sharing: ContactSharing(mine: sharing.mine, theirs: [], otherIsRung: false), mine: [:], seen: [:], beneficiaryPhone: nil)
        }
        return Conversation.Contact(
            sharing: sharing, mine: Self.known(of: me, Set(ContactSharing.Kind.allCases)), seen: Self.known(of: other, sharing.seen),
            beneficiaryPhone: seat.side == .helper ? try phone(of: beneficiary, in: seat.match) : nil)
    }

    static func sharing(_ seat: ConversationDoor.Seat, _ other: Person, in scope: TownTransaction) throws -> ContactSharing {
        let consents = Consents(scope)
        return ContactSharing(
            mine: try consents.inForce(of: seat.me).shared(in: seat.match),
            theirs: try consents.inForce(of: other.id).shared(in: seat.match),
            otherIsRung: seat.side == .helper && !other.isMailed)
    }

    private func phone(of beneficiary: Person?, in match: Match) throws -> String? {
        guard let beneficiary, try Consents(scope).inForce(of: beneficiary.id).shared(in: match).contains(.phone) else { return nil }
        return beneficiary.phone?.spoken
    }

    private static func known(of person: Person, _ kinds: Set<ContactSharing.Kind>) -> [ContactSharing.Kind: String] {
        var known: [ContactSharing.Kind: String] = [:]
        if kinds.contains(.phone) { known[.phone] = person.phone?.spoken }
        if kinds.contains(.email) { known[.email] = person.email?.text }
        return known
    }
}
