/// Who is to be rung: somebody whom the town knows, or a number that was left.
public enum CallerKey: Sendable, Hashable {
    case person(ID<Person>)
    case promise(ID<CallBack>)

    /// As an address on the site has it: `p-…` or `r-…`.
    public init?(text: String) {
        let id = String(text.dropFirst(2))
        switch text.prefix(2) {
        case "p-": if let id = ID<Person>(text: id) { self = .person(id) } else { return nil }
        case "r-": if let id = ID<CallBack>(text: id) { self = .promise(id) } else { return nil }
        default: return nil
        }
    }

    public var text: String {
        switch self {
        case .person(let id): "p-\(id.text)"
        case .promise(let id): "r-\(id.text)"
        }
    }

    public var bytes: [UInt8] {
        switch self {
        case .person(let id): id.bytes
        case .promise(let id): id.bytes
        }
    }

    public var person: ID<Person>? {
        guard case .person(let id) = self else { return nil }
        return id
    }
}

/// Whoever rings somebody holds them: no second operator rings meanwhile, and no promise is told twice.
public struct CallLock: Sendable, Equatable {
    /// Frees itself after so long.
    public static let lifetime = Duration.minutes(15)
    /// What was heard in a long call may still be noted for so long after, unless somebody else rings them meanwhile.
    public static let longCall = Duration.minutes(45)

    public var caller: CallerKey
    public var holder: ID<Person>
    public var until: Moment

    public init(caller: CallerKey, holder: ID<Person>, until: Moment) {
        (self.caller, self.holder, self.until) = (caller, holder, until)
    }

    public func holds(against person: ID<Person>?, _ now: Moment) -> Bool { holder != person && until > now }
}
