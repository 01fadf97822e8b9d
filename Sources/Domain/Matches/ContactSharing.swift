/// What the two people of a match show each other beside the conversation (G-03): nothing, unless both agree.
public struct ContactSharing: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case phone, email

        public var purpose: Consent.Purpose { self == .phone ? .sharePhone : .shareEmail }
    }

    /// What this side agreed to show.
    public var mine: Set<Kind>
    public var theirs: Set<Kind>
    /// The other has no e-mail: passing their number on was agreed by voice, and the helper rings.
    public var otherIsRung: Bool

    public init(mine: Set<Kind>, theirs: Set<Kind>, otherIsRung: Bool) {
        self.mine = mine
        self.theirs = theirs
        self.otherIsRung = otherIsRung
    }

    /// What this side sees of the other.
    public var seen: Set<Kind> {
        if !mine.isEmpty { return theirs }
        return otherIsRung ? theirs.intersection([.phone]) : []
    }

    public var isMutual: Bool { !mine.isEmpty && !theirs.isEmpty }
}

extension [Consent] {
    /// What these consents let the other of a match see; one given for the request holds for whoever helps with it.
    public func shared(in match: Match) -> Set<ContactSharing.Kind> {
        Set(
            ContactSharing.Kind.allCases.filter { kind in
                contains { $0.purpose == kind.purpose && ($0.subject == match.id.bytes || $0.subject == match.request.bytes) }
            })
    }
}
