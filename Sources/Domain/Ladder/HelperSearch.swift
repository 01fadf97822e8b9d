import Foundation
import Geography

/// Who may be asked for one request at one moment, and in which order.
public struct HelperSearch: Sendable {
    /// Why somebody who helps with this kind of thing is left in peace.
    public enum Obstacle: String, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
        /// Is part of it: asked, is helped, or answers for it.
        case involved
        /// A tier, a minor's age, an authorisation.
        case trust
        case paused
        /// It is night, and they did not say that urgent requests may reach them then.
        case night
        /// Gave no sign of life twice: on the wider ring and at the top only.
        case asleep
        case budget
        case language
        case hours
        case distance
    }

    /// Somebody who may be asked, and what the order and the wave rest on.
    public struct Found: Sendable, Equatable {
        public let candidate: Candidate
        /// Quarters of an hour away.
        public let band: Int
        public let isKnown: Bool

        public var person: ID<Person> { candidate.helper.person }
        /// Or when they came back.
        public var joinedAt: Moment { candidate.helper.newSince }
        /// Nobody asked them since they came, or came back.
        public var isNewcomer: Bool { candidate.helper.lastTurn == nil }
    }

    public struct Result: Sendable, Equatable {
        /// Best first.
        public let found: [Found]
        public let excluded: [Obstacle: Int]
        /// Not everybody was looked at: as many as are needed are certain, and there are more of either.
        public let isPartial: Bool

        public init(found: [Found], excluded: [Obstacle: Int], isPartial: Bool = false) {
            self.found = found
            self.excluded = excluded
            self.isPartial = isPartial
        }
    }

    let request: HelpRequest
    let category: Category
    let place: Location
    let ground: Ground
    private let now: Moment
    private let today: LocalTime
    private let zone: TimeZone
    private let language: String?
    /// How many times further than they said helpers are asked.
    let reach: Double
    private let extraAsks: Int
    private let isNight: Bool

    /// - Parameters:
    ///   - point: where help is wanted, when it is an address of the base: asks are measured from it, nobody sees it.
    ///   - language: of the person who is helped; it counts where people talk.
    ///   - isNight: only what is urgent goes out, and only to those who agreed to it.
    public init(
        _ request: HelpRequest, _ category: Category, point: Point? = nil, language: String? = nil, on ground: Ground,
        settings: LadderSettings = LadderSettings(), at now: Moment, isNight: Bool = false, in zone: TimeZone
    ) {
        self.request = request
        self.category = category
        place = Location(point: point, neighbourhood: request.neighbourhood)
        self.ground = ground
        self.now = now
        today = LocalTime(now, in: zone)
        self.zone = zone
        self.language = category.mode == .inPerson ? nil : language
        reach = request.rung.isWide ? Double(max(1, settings.widerFactor)) : 1
        extraAsks = settings.extraAsks
        self.isNight = isNight
    }

    /// The eligible, best first: who has helped this person before, where that matters; then the nearest band of travel time; in it whoever
    /// was never asked, then the longest idle. Whoever failed to come twice lately stands after everybody else.
    ///
    /// Ties fall by the date of joining, then by id, so that two runs ask the same people.
    public func result(_ candidates: [Candidate]) -> Result {
        var found: [(Found, Rank)] = []
        var excluded: [Obstacle: Int] = [:]
        for candidate in candidates {
            switch standing(of: candidate) {
            case .success(let one): found.append((one, Rank(one)))
            case .failure(let obstacle): excluded[obstacle, default: 0] += 1
            }
        }
        return Result(found: found.sorted { $0.1 < $1.1 }.map(\.0), excluded: excluded)
    }

    public func ordered(_ candidates: [Candidate]) -> [Candidate] { result(candidates).found.map(\.candidate) }

    public func isEligible(_ candidate: Candidate) -> Bool { found(candidate) != nil }

    /// Nil where they may not be asked.
    public func found(_ candidate: Candidate) -> Found? {
        if case .success(let found) = standing(of: candidate) { found } else { nil }
    }

    /// Who comes before whom.
    public struct Rank: Comparable, Sendable {
        let isAskedLater: Bool
        let isKnown: Bool
        let band: Int
        let lastAskedAt: Moment
        let joinedAt: Moment
        let id: ID<Person>

        public init(_ found: Found) {
            isAskedLater = found.candidate.isAskedLater
            isKnown = found.isKnown
            band = found.band
            lastAskedAt = found.candidate.helper.lastTurn ?? Moment(milliseconds: .min)
            joinedAt = found.joinedAt
            id = found.person
        }

        public static func < (left: Self, right: Self) -> Bool {
            if left.isAskedLater != right.isAskedLater { return right.isAskedLater }
            if left.isKnown != right.isKnown { return left.isKnown }
            return (left.band, left.lastAskedAt, left.joinedAt, left.id) < (right.band, right.lastAskedAt, right.joinedAt, right.id)
        }
    }

    func standing(of candidate: Candidate) -> Swift.Result<Found, Obstacle> {
        if let obstacle = unwillingness(of: candidate) { return .failure(obstacle) }
        guard isAvailable(candidate.helper) else { return .failure(.hours) }
        guard let band = band(of: candidate) else { return .failure(.distance) }
        return .success(Found(candidate: candidate, band: band, isKnown: candidate.hasHelpedBefore && category.keepsHelper(request.wanted)))
    }

    /// May be asked at all, whatever the day and the distance: who was chosen by their offer is asked if they are.
    public func isWilling(_ candidate: Candidate) -> Bool { unwillingness(of: candidate) == nil }

    private func unwillingness(of candidate: Candidate) -> Obstacle? {
        let helper = candidate.helper
        if [request.asker, request.beneficiary, request.owner].contains(helper.person) { return .involved }
        if Eligibility.mayHelp(helper, category) != nil { return .trust }
        if let paused = helper.pausedUntil, paused > now { return .paused }
        if isNight, request.urgency < .urgent || !helper.mayBeAskedByNight { return .night }
        if helper.isAsleep, !request.rung.isWide { return .asleep }
        // Who wants no asks at all gets none in a crisis either.
        guard helper.weeklyAsks > 0, candidate.recentAsks < helper.weeklyAsks + extraAsks else { return .budget }
        if let language, !helper.languages.isEmpty, !helper.languages.contains(language) { return .language }
        return nil
    }

    /// When help is wanted now, some of today must be left; on a day, that day of the week must suit.
    private func isAvailable(_ helper: Helper) -> Bool {
        // Who agreed to nights is there after their day's last hour too.
        let end = isNight ? 24 : helper.lastHour
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
        return metres <= Double(helper.radius) * reach ? Int(metres / helper.travel.quarterHour) : nil
    }
}

extension HelperSearch.Obstacle: Error {}

extension Category {
    /// Where a known face counts for more than turns: inside the home, conversation, help that comes again and again.
    func keepsHelper(_ wanted: WhenWanted) -> Bool {
        if case .every = wanted { return true }
        return tier >= .insideHome || key == "conversation"
    }
}

extension Helper {
    /// Minors do not help after 20 h (B-08).
    fileprivate var lastHour: Int { isMinor ? min(toHour, 20) : toHour }
}
