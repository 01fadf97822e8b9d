/// A helper and a person who meet again and again, until somebody ends it (aide régulière). It lives as long as its request is matched.
public struct StandingPair: Sendable, Equatable {
    public var request: ID<HelpRequest>
    /// The two agree on it; until then no day is known.
    public var firstDay: CivilDay?
    /// When both were last asked whether all is well, or when it began.
    public var askedAt: Moment

    public init(request: ID<HelpRequest>, firstDay: CivilDay? = nil, askedAt: Moment) {
        self.request = request
        self.firstDay = firstDay
        self.askedAt = askedAt
    }
}

extension Match {
    /// A neighbour helps, not an organisation, which has questions of its own.
    public var isOfNeighbour: Bool { origin != .organisation }
}

/// A second person who is known: asked first when the helper cannot come. It takes the asker's agreement and their own.
public struct StandingSecond: Sendable, Equatable {
    public var request: ID<HelpRequest>
    public var person: ID<Person>
    public var proposedAt: Moment
    public var askerAgreedAt: Moment?
    public var helperAgreedAt: Moment?
    public var declinedAt: Moment?
    /// When they were last asked to take over for good.
    public var calledAt: Moment?

    public init(request: ID<HelpRequest>, person: ID<Person>, proposedAt: Moment) {
        self.request = request
        self.person = person
        self.proposedAt = proposedAt
    }

    public var isKnown: Bool { declinedAt == nil && askerAgreedAt != nil && helperAgreedAt != nil }
    public var awaitsAsker: Bool { declinedAt == nil && askerAgreedAt == nil }
    public var awaitsHelper: Bool { declinedAt == nil && askerAgreedAt != nil && helperAgreedAt == nil }
}

/// One day on which a helper was reminded, or cannot come.
public struct StandingOccasion: Sendable, Equatable {
    public var request: ID<HelpRequest>
    public var day: CivilDay
    /// When its helper was reminded.
    public var toldAt: Moment?
    public var cannotAt: Moment?
    /// Who comes instead is found by a request of its own.
    public var replacement: ID<HelpRequest>?

    public init(request: ID<HelpRequest>, day: CivilDay) {
        self.request = request
        self.day = day
    }
}

/// « Tout va bien ? », once a month, of each of the two.
public struct StandingCheck: Sendable, Equatable {
    public enum Answer: String, Sendable, CaseIterable, Codable { case well, notWell = "not_well" }

    public var id: ID<StandingCheck>
    public var request: ID<HelpRequest>
    public var person: ID<Person>
    public var sentAt: Moment
    public var answer: Answer?
    public var answeredAt: Moment?

    public init(id: ID<StandingCheck>, request: ID<HelpRequest>, person: ID<Person>, sentAt: Moment) {
        self.id = id
        self.request = request
        self.person = person
        self.sentAt = sentAt
    }
}
