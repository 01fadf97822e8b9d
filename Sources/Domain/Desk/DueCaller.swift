/// Somebody to ring, with all that there is to say in one call; without a name or a number.
public struct DueCaller: Sendable, Equatable {
    public enum Item: Sendable, Equatable {
        /// About a request.
        case request(DueCall)
        case promise(CallBack)

        public var dueAt: Moment {
            switch self {
            case .request(let call): call.ringBack.dueAt
            case .promise(let promise): promise.dueAt
            }
        }

        var key: CallerKey {
            switch self {
            case .request(let call): .person(call.ringBack.person)
            case .promise(let promise): promise.key
            }
        }

        var attempts: Int {
            switch self {
            case .request(let call): call.ringBack.attempts
            case .promise(let promise): promise.attempts
            }
        }
    }

    public var key: CallerKey
    /// The most pressing first.
    public var items: [Item]
    /// When the first of them is due.
    public var dueAt: Moment
    public var attempts: Int
    /// Who is ringing them just now.
    public var lock: CallLock?

    /// An hour that was said to the caller, and not one that the town set itself.
    public var promisedAt: Moment? {
        items.compactMap { item -> Moment? in
            guard case .promise(let promise) = item, promise.isAtAnHour else { return nil }
            return promise.dueAt
        }.min()
    }

    /// Their hour has come.
    public func rings(_ now: Moment) -> Bool { promisedAt.map { $0 <= now } ?? false }
}

/// Whom the desk rings, and in which order.
public struct CallQueue: Sendable, Equatable {
    /// Nobody has tried yet, then the oldest promise.
    public var due: [DueCaller]
    /// Not before a later time, the next one first.
    public var later: [DueCaller]

    /// - Parameter items: all that is open, in any order.
    public init(_ items: [DueCaller.Item], locks: [CallLock], now: Moment) {
        let held = Dictionary(locks.filter { $0.until > now }.map { ($0.caller, $0) }) { first, _ in first }
        let callers = Dictionary(grouping: items, by: \.key).compactMap { key, items -> DueCaller? in
            let items = items.sorted { $0.dueAt < $1.dueAt }
            guard let first = items.first else { return nil }
            return DueCaller(key: key, items: items, dueAt: first.dueAt, attempts: items.map(\.attempts).max() ?? 0, lock: held[key])
        }
        due = callers.filter { $0.dueAt <= now }.sorted { Rank($0) < Rank($1) }
        later = callers.filter { $0.dueAt > now }.sorted { ($0.dueAt, $0.key.text) < ($1.dueAt, $1.key.text) }
    }

    /// The first whom nobody else is ringing.
    public func next(for person: ID<Person>?, now: Moment) -> DueCaller? { due.first { $0.lock?.holds(against: person, now) != true } }

    public func find(_ key: CallerKey) -> DueCaller? { (due + later).first { $0.key == key } }

    private struct Rank: Comparable {
        let caller: DueCaller

        init(_ caller: DueCaller) { self.caller = caller }

        static func < (left: Self, right: Self) -> Bool {
            let (one, other) = (left.caller, right.caller)
            if (one.attempts == 0) != (other.attempts == 0) { return one.attempts == 0 }
            return (one.dueAt, one.key.text) < (other.dueAt, other.key.text)
        }
    }
}
