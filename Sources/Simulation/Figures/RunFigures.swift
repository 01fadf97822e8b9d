import Domain

/// What came of one run.
public struct RunFigures: Sendable, Equatable, Codable {
    public var requests: Int
    /// Those that were withdrawn before anybody was asked do not count.
    public var counted: Int
    /// Helped, of those that count.
    public var served: Double
    /// Of the same, those to whom a helper of the town said yes, whatever came of it.
    public var matched: Double
    /// Of the same: helped by a helper, not by the town's own people.
    public var servedByHelpers: Double
    /// Hours from creation to the first yes; nil: never, which is what so many of them waited.
    public var medianHours: Double?
    public var ninetiethHours: Double?
    public var medianUrgentHours: Double?
    /// Of those that count: a yes within two days.
    public var withinTwoDays: Double
    public var asks: Int
    /// Nil where nobody is asked.
    public var asksPerServed: Double?
    public var neverAsked: Double
    /// Of the asks over all helpers: 0 all alike, 1 all of them to one. Nil where nobody is asked.
    public var giniOfAsks: Double?
    /// Of the yeses over all helpers.
    public var giniOfYeses: Double
    /// Share of the helpers who left because they were asked once too often, or whose fatigue is above 1 at the end.
    public var wornOut: Double
    /// Of those who were there for fourteen days: asked within them.
    public var askedWithinFourteenDays: Double
    /// Share with a yes within `hours`.
    public var answered: [Double]

    /// Where `answered` is measured.
    public static let hours = [0.5, 1, 2, 4, 8, 12, 24, 48, 72, 120, 168, 240]

    public init(_ play: Play) {
        let counted = play.errands.filter(\.counts)
        let helped = counted.filter { $0.end == .helped }
        requests = play.errands.count
        self.counted = counted.count
        served = Self.share(helped.count, counted.count)
        matched = Self.share(counted.count { $0.firstMatchedAt != nil }, counted.count)
        servedByHelpers = Self.share(helped.count { !$0.isByStaff }, counted.count)
        let waits = counted.map(\.hoursToYes).sorted()
        medianHours = Self.quantile(waits, 0.5)
        ninetiethHours = Self.quantile(waits, 0.9)
        medianUrgentHours = Self.quantile(counted.filter { $0.urgency == .urgent }.map(\.hoursToYes).sorted(), 0.5)
        answered = Self.hours.map { hours in Self.share(waits.count { $0 <= hours }, counted.count) }
        withinTwoDays = Self.share(waits.count { $0 <= 48 }, counted.count)
        asks = play.errands.reduce(0) { $0 + $1.asks }
        asksPerServed = asks == 0 || helped.isEmpty ? nil : Double(asks) / Double(helped.count)
        let people = play.volunteers
        neverAsked = Self.share(people.count(where: \.asked.isEmpty), people.count)
        giniOfAsks = asks == 0 ? nil : Self.gini(people.map { Double($0.asked.count) })
        giniOfYeses = Self.gini(people.map { Double($0.yeses) })
        wornOut = Self.share(people.count { $0.isWornOut(play.now, play.behaviour) }, people.count)
        let patient = people.filter { $0.presence(since: play.scenario.start) <= play.now - .days(14) }
        askedWithinFourteenDays = Self.share(patient.count { $0.wasAskedWithinFourteenDays(since: play.scenario.start) }, patient.count)
    }

    static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

    /// Nil when it lies among those that never happened.
    static func quantile(_ sorted: [Double], _ share: Double) -> Double? {
        guard !sorted.isEmpty else { return nil }
        let value = sorted[min(sorted.count - 1, Int((Double(sorted.count) * share).rounded(.up)) - 1)]
        return value.isFinite ? value : nil
    }

    /// Source: C. Gini, "Variabilità e mutabilità", 1912, as the mean difference of the sorted values.
    static func gini(_ values: [Double]) -> Double {
        let total = values.reduce(0, +)
        guard total > 0 else { return 0 }
        let weighted = values.sorted().enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
        let count = Double(values.count)
        return 2 * weighted / (count * total) - (count + 1) / count
    }
}

extension Errand {
    /// Not when it was withdrawn before anybody was asked.
    var counts: Bool { !(end == .withdrawn && firstAskedAt == nil) }
    var hoursToYes: Double { firstMatchedAt.map { Double(($0 - createdAt).inMilliseconds) / 3_600_000 } ?? .infinity }
}

extension Volunteer {
    func isWornOut(_ now: Moment, _ behaviour: Behaviour) -> Bool { hasLeft || fatigue(now, halfLife: behaviour.recovery) > 1 }
    func presence(since start: Moment) -> Moment { max(helper.joinedAt, start) }

    func wasAskedWithinFourteenDays(since start: Moment) -> Bool {
        asked.first.map { $0 <= presence(since: start) + .days(14) } ?? false
    }
}
