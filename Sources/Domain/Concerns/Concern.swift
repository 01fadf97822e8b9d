/// A worry about somebody (inquiétude), given to whoever can see to it, with a time by which they do (regulation B-13).
///
/// It is no emergency service, and says so: whoever is in danger now is helped by 15, 18 or 112.
public struct Concern: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case health, isolation, abuse, danger

        /// Within which somebody takes it in hand.
        public var time: Duration {
            switch self {
            case .danger: .hours(1)
            case .abuse, .health: .hours(4)
            case .isolation: .days(2)
            }
        }

        /// Its clock does not stand still at night.
        public var runsByNight: Bool { self == .danger || self == .abuse }
    }

    /// What came of it.
    public enum Result: String, Sendable, CaseIterable, Codable {
        /// Seen or spoken with.
        case seen
        /// Another service sees to it now.
        case passedOn = "passed_on"
        /// 15, 17, 18 or 112 were called.
        case emergency
        case unfounded
    }

    /// What was taken in hand is asked about after so long, again and again until it is closed.
    public static let followUp = Duration.days(7)
    /// So often the town is reminded that nobody has taken it in hand; afterwards it stays on the list, overdue.
    public static let mostReminders = 10

    public var id: ID<Concern>
    public var kind: Kind
    public var raisedBy: ID<Person>
    public var raisedAt: Moment
    /// Whom the town knows them to be.
    public var subject: ID<Person>?
    /// Who it is and how they are reached, as far as somebody knows.
    public var who: String?
    /// What was seen or heard.
    public var words: String?
    /// A request that it came of; a number of the past, should that be gone.
    public var reference: Reference?
    /// The social-action centre it is given to; nil where the town has none.
    public var organisation: ID<Organisation>?
    /// Answerable on the town's side.
    public var owner: ID<Person>
    public var dueAt: Moment
    public var reminders = 0
    /// As whoever took it in hand typed or is named.
    public var taker: String?
    public var takenAt: Moment?
    public var result: Result?
    public var resultWords: String?
    public var closedAt: Moment?

    public init(id: ID<Concern>, kind: Kind, by person: ID<Person>, at now: Moment, owner: ID<Person>, clock: RungClock) {
        self.init(id: id, kind: kind, by: person, at: now, owner: owner, dueAt: Self.due(kind, from: now, clock))
    }

    /// As it was stored.
    public init(id: ID<Concern>, kind: Kind, by person: ID<Person>, at now: Moment, owner: ID<Person>, dueAt: Moment) {
        (self.id, self.kind, raisedBy, raisedAt, self.owner, self.dueAt) = (id, kind, person, now, owner, dueAt)
    }

    public var isOpen: Bool { closedAt == nil }

    public func isOverdue(_ now: Moment) -> Bool { isOpen && dueAt <= now }

    /// - Returns: false where somebody has it in hand already.
    public mutating func take(by name: String, now: Moment) -> Bool {
        guard isOpen, takenAt == nil else { return false }
        (taker, takenAt, dueAt, reminders) = (name, now, now + Self.followUp, 0)
        return true
    }

    public mutating func close(_ result: Result, _ words: String?, now: Moment) {
        guard isOpen else { return }
        (self.result, resultWords, closedAt) = (result, words, now)
    }

    /// Its time is up and nobody took it, or nobody closed it.
    /// - Returns: whether somebody is to be told.
    public mutating func remind(now: Moment, clock: RungClock) -> Bool {
        guard isOverdue(now), reminders < Self.mostReminders else { return false }
        reminders += 1
        dueAt = takenAt == nil ? Self.due(kind, from: now, clock) : now + Self.followUp
        return true
    }

    private static func due(_ kind: Kind, from now: Moment, _ clock: RungClock) -> Moment {
        kind.runsByNight ? now + kind.time : clock.waking(atOrAfter: clock.waking(atOrAfter: now) + kind.time)
    }

    /// Whoever answers for it; once its time has passed, every administrator of the town.
    public func maySee(_ actor: Actor) -> Bool {
        guard let person = actor.person else { return false }
        return person == owner && actor.isStaff || reminders > 0 && actor.has(.administrator)
    }
}
