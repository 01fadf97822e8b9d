/// One ask to one organisation; never two to the same for one request, and one request asks one at a time.
public struct OrganisationAsk: Sendable, Equatable {
    public enum Answer: String, Sendable, CaseIterable, Codable {
        case accepted, declined
        /// Nothing came in time; a yes is still welcome while nobody else gave it.
        case silent
        /// Somebody else was first, or the request is over.
        case tooLate = "too_late"
        /// Accepted, and then could not.
        case withdrawn
        case done
    }

    public var id: ID<OrganisationAsk>
    public var request: ID<HelpRequest>
    public var organisation: ID<Organisation>
    public var rung: Rung
    public var sentAt: Moment
    public var dueAt: Moment
    public var answer: Answer?
    public var answeredAt: Moment?
    /// As whoever answered typed it.
    public var answerer: String?
    public var match: ID<Match>?
    /// Written to a second time; never a third.
    public var remindedAt: Moment?

    public init(
        id: ID<OrganisationAsk>, request: ID<HelpRequest>, organisation: ID<Organisation>, rung: Rung, sentAt: Moment, dueAt: Moment
    ) {
        (self.id, self.request, self.organisation, self.rung) = (id, request, organisation, rung)
        (self.sentAt, self.dueAt) = (sentAt, dueAt)
    }

    public mutating func note(_ answer: Answer, at now: Moment) { (self.answer, answeredAt) = (answer, now) }

    /// When an ask that nobody answered is brought to mind, once: half of its time is over, and it is day. Nil when it is not to be.
    /// - Parameter now: never before it, should the time have passed at night or while no worker ran.
    public func reminder(at now: Moment, _ clock: RungClock) -> Moment? {
        guard answer == nil, remindedAt == nil else { return nil }
        let half = sentAt + .milliseconds((dueAt - sentAt).inMilliseconds / 2)
        let moment = clock.waking(atOrAfter: max(half, now))
        return moment < dueAt ? moment : nil
    }

    /// Those left on a rung share its time, so that its promise holds whoever stays silent.
    /// - Parameters:
    ///   - left: how many may still be asked, this one included.
    ///   - clock: stands still at night.
    public static func due(from now: Moment, until rungDue: Moment, left: Int, _ clock: RungClock) -> Moment {
        let share = Duration.milliseconds((rungDue - now).inMilliseconds / Int64(max(1, left)))
        return min(rungDue, clock.waking(atOrAfter: now + share))
    }
}

/// How an ask stands when an organisation opens its link.
public enum OrganisationStanding: Sendable, Equatable {
    case open, declined
    case accepted(ID<Match>)
    case withdrawn, done
    /// Somebody else was first.
    case taken
    /// The request is over, or the town no longer asks this organisation.
    case over
    /// The day is gone, or the link too old.
    case expired
    /// The mayor's activation of the reserve is closed.
    case stoodDown

    public var mayStillAccept: Bool { self == .open || self == .declined }

    /// - Parameter match: the request's last, active or not.
    public init(
        _ ask: OrganisationAsk, of organisation: Organisation, _ request: HelpRequest, match: Match?, isReserveCalledOut: Bool, now: Moment,
        today: Moment
    ) {
        if let own = ask.match {
            self = Self.ofOwn(own, ask, match: match)
        } else if request.status != .open {
            self = request.status == .matched ? .taken : .over
        } else if organisation.kind == .communalReserve, !isReserveCalledOut {
            self = .stoodDown
        } else if !organisation.isActive {
            self = .over
        } else {
            self = Self.ofOpen(ask, request, now: now, today: today)
        }
    }

    /// What it accepted stays its own, whatever is decided about the organisation or the reserve since.
    private static func ofOwn(_ own: ID<Match>, _ ask: OrganisationAsk, match: Match?) -> Self {
        if ask.answer == .withdrawn { return .withdrawn }
        guard let match, match.id == own else { return .over }
        switch match.status {
        case .active: return .accepted(own)
        case .ended: return ask.answer == .done ? .done : .over
        case .withdrawn: return .withdrawn
        }
    }

    private static func ofOpen(_ ask: OrganisationAsk, _ request: HelpRequest, now: Moment, today: Moment) -> Self {
        if now - ask.sentAt > Ask.linkLifetime { return .expired }
        if case .on(let day) = request.wanted, day < today { return .expired }
        return ask.answer == .declined ? .declined : .open
    }
}
