import Domain
import Persistence

/// Recurring help as one of its two people sees it. Of others, first name and initial.
public struct StandingView: Sendable {
    public enum Second: Sendable, Equatable {
        case none
        /// They helped before, or said that they could: the asker has not agreed yet.
        case proposed(ID<Person>, name: String)
        /// The asker agreed, they have not yet.
        case asked(name: String)
        case known(name: String)
    }

    public struct Missed: Sendable, Equatable {
        public var day: Moment
        /// Who comes instead; nil while somebody is looked for.
        public var standInName: String?
        /// The helper may still come after all.
        public var mayTakeBack: Bool
    }

    public var side: Message.Author
    public var rhythm: WhenWanted.Rhythm
    public var helperName: String
    /// The two agreed on it.
    public var firstDay: Moment?
    /// The next day on which the helper comes.
    public var next: Moment?
    /// Days ahead on which the helper cannot come.
    public var missed: [Missed]
    public var second: Second
    public var today: Moment
}

extension StandingTurn {
    /// Nil where the two are no pair.
    func view(_ seat: ConversationDoor.Seat) throws -> StandingView? {
        guard case .every(let kind) = seat.request.wanted, seat.match.isOfNeighbour, seat.match.status == .active,
            seat.request.status == .matched
        else { return nil }
        let missed = try StandingOccasions(scope).missed(seat.request.id, from: today)
        let rhythm = try rhythm(of: seat.request)
        return StandingView(
            side: seat.side, rhythm: kind, helperName: try People(scope).find(seat.match.helper)?.shownName ?? "",
            firstDay: rhythm?.first.midnight(in: town.timeZone),
            next: rhythm.map { next($0, besides: missed.map(\.day)).midnight(in: town.timeZone) },
            missed: try missed.map {
                .init(
                    day: $0.day.midnight(in: town.timeZone), standInName: try standIn($0),
                    mayTakeBack: try seat.side == .helper && searched(for: seat.request, on: $0.day) != nil)
            },
            second: try second(of: seat.request), today: today.midnight(in: town.timeZone))
    }

    func next(_ rhythm: StandingRhythm, besides missed: [CivilDay]) -> CivilDay {
        var day = rhythm.next(onOrAfter: today)
        while missed.contains(day) { day = rhythm.next(onOrAfter: day.adding(days: 1)) }
        return day
    }

    private func standIn(_ occasion: StandingOccasion) throws -> String? {
        guard let request = occasion.replacement, let match = try Matches(scope).active(for: request) else { return nil }
        return try People(scope).find(match.helper)?.shownName
    }

    private func second(of request: HelpRequest) throws -> StandingView.Second {
        let seconds = try StandingSeconds(scope).of(request.id)
        guard let one = seconds.first(where: \.isKnown) ?? seconds.first(where: { $0.declinedAt == nil }),
            let name = try People(scope).find(one.person)?.shownName
        else { return .none }
        if one.isKnown { return .known(name: name) }
        return one.awaitsAsker ? .proposed(one.person, name: name) : .asked(name: name)
    }
}
