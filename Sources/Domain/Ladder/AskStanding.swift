/// How an ask stands when its link is opened.
public enum AskStanding: Sendable, Equatable {
    /// It waits for an answer.
    case open
    /// This helper said yes: the match.
    case yes(ID<Match>)
    /// Said no; may still change their mind.
    case no
    /// Said « not for a while »; may still change their mind.
    case later
    /// Said « never this kind »; may still change their mind for this once.
    case never
    /// Proposed another time, which waits for an answer or did not suit.
    case proposed
    /// Somebody else was first.
    case taken
    /// The request is over, or this helper withdrew from it.
    case over
    /// The link is too old, or the day is gone.
    case expired

    /// A yes is welcome as long as nobody else gave it, even after the time to answer was up.
    public var mayStillSayYes: Bool { [.open, .no, .later, .never, .proposed].contains(self) }

    /// - Parameters:
    ///   - match: the request's last match, active or not.
    ///   - today: local midnight.
    public init(_ ask: Ask, _ request: HelpRequest, match: Match?, now: Moment, today: Moment) {
        if let match, match.helper == ask.helper {
            self = match.status == .withdrawn ? .over : .yes(match.id)
        } else {
            switch request.status {
            case .matched: self = .taken
            case .closed, .cancelled, .awaitingAgreement: self = .over
            case .open: self = Self.ofOpen(ask, request, now: now, today: today)
            }
        }
    }

    private static func ofOpen(_ ask: Ask, _ request: HelpRequest, now: Moment, today: Moment) -> Self {
        if now - ask.sentAt > Ask.linkLifetime { return .expired }
        if case .on(let day) = request.wanted, day < today { return .expired }
        return switch ask.answer {
        // Too late once, but whoever was first withdrew since.
        case nil, .tooLate: .open
        case .no: .no
        case .later: .later
        case .never: .never
        case .otherTime: .proposed
        case .yes: .over
        }
    }
}

extension Ask {
    /// A link in a mail opens its question for so long.
    public static let linkLifetime = Duration.days(7)
    /// « Not for a while ».
    public static let rest = Duration.days(14)
}
