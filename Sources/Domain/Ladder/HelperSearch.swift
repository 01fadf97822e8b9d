import Foundation
import Geography

/// Who may be asked for one request at one moment, and in which order.
public struct HelperSearch: Sendable {
    private let request: HelpRequest
    private let category: Category
    private let place: Location
    private let ground: Ground
    private let now: Moment
    private let today: LocalTime
    private let zone: TimeZone

    /// - Parameter point: where help is wanted, when it is an address of the base: asks are measured from it, nobody sees it.
    public init(
        _ request: HelpRequest, _ category: Category, point: Point? = nil, on ground: Ground, at now: Moment, in zone: TimeZone
    ) {
        self.request = request
        self.category = category
        place = Location(point: point, neighbourhood: request.neighbourhood)
        self.ground = ground
        self.now = now
        today = LocalTime(now, in: zone)
        self.zone = zone
    }

    /// The eligible, best first: the nearest band of travel time; in it whoever was never asked, then the longest idle.
    ///
    /// Ties fall by the date of joining, then by id, so that two runs ask the same people.
    public func ordered(_ candidates: [Candidate]) -> [Candidate] {
        candidates.compactMap { candidate in rank(of: candidate).map { (candidate, $0) } }
            .sorted { $0.1 < $1.1 }
            .map(\.0)
    }

    public func isEligible(_ candidate: Candidate) -> Bool { rank(of: candidate) != nil }

    private struct Rank: Comparable {
        let band: Int
        let lastAskedAt: Moment
        let joinedAt: Moment
        let id: ID<Person>

        static func < (left: Self, right: Self) -> Bool {
            (left.band, left.lastAskedAt, left.joinedAt, left.id) < (right.band, right.lastAskedAt, right.joinedAt, right.id)
        }
    }

    private func rank(of candidate: Candidate) -> Rank? {
        let helper = candidate.helper
        guard isWilling(candidate), isAvailable(helper), let band = band(of: candidate) else { return nil }
        return Rank(
            band: band, lastAskedAt: helper.lastAskedAt ?? Moment(milliseconds: .min), joinedAt: helper.joinedAt, id: helper.person)
    }

    /// May be asked at all, whatever the day and the distance: who was chosen by their offer is asked if they are.
    public func isWilling(_ candidate: Candidate) -> Bool {
        let helper = candidate.helper
        return ![request.asker, request.beneficiary, request.owner].contains(helper.person)
            && Eligibility.mayHelp(helper, category) == nil
            && helper.pausedUntil.map { $0 <= now } ?? true
            && candidate.recentAsks < helper.weeklyAsks
    }

    /// When help is wanted now, some of today must be left; on a day, that day of the week must suit.
    private func isAvailable(_ helper: Helper) -> Bool {
        let end = helper.lastHour
        guard helper.fromHour < end else { return false }
        switch request.wanted {
        case .now: return helper.days.contains(today.weekday) && today.hour < end
        case .on(let day):
            guard day >= today.midnight else { return false }
            return helper.days.contains(LocalTime(day, in: zone).weekday) && (day > today.midnight || today.hour < end)
        case .every: return !helper.days.isEmpty
        }
    }

    /// Quarters of an hour away; nil when too far. Without a known place the whole town is near; a helper who named none comes last.
    private func band(of candidate: Candidate) -> Int? {
        let helper = candidate.helper
        if category.mode == .remote || (category.mode == .either && helper.isRemoteOnly) { return 0 }
        if helper.isRemoteOnly { return nil }
        let isSameQuartier = place.neighbourhood != nil && helper.neighbourhood == place.neighbourhood
        guard ground.isKnown(place) || isSameQuartier else { return 0 }
        guard let metres = ground.distance(candidate.location, place) else { return .max }
        return metres <= Double(helper.radius) ? Int(metres / helper.travel.quarterHour) : nil
    }
}

extension Helper {
    /// Minors do not help after 20 h (B-08).
    fileprivate var lastHour: Int { isMinor ? min(toHour, 20) : toHour }
}
