import Foundation

/// How long somebody may be on duty. The defaults are those of public agents (décret n° 2000-815, article 3).
public struct DutyCaps: Sendable, Equatable, Codable {
    public enum Cap: String, Sendable, CaseIterable, Codable { case longest, week, rest }

    /// Hours in one go; two shifts without a pause are one.
    public var longest = 12
    /// Hours in a week from Monday to Sunday.
    public var week = 48
    /// Hours between two shifts.
    public var rest = 11

    public init() {}

    public func hours(of cap: Cap) -> Int {
        switch cap {
        case .longest: longest
        case .week: week
        case .rest: rest
        }
    }

    /// What would be broken if the person of these others took this one too.
    /// - Parameter others: of the same person, from a week before to a week after at least.
    /// - Throws: when they would be in two places at once, whoever insists.
    public func broken(by duty: Duty, beside others: [Duty], in zone: TimeZone) throws(Refusal) -> Set<Cap> {
        let others = others.filter { $0.id != duty.id }
        guard !others.contains(where: duty.overlaps) else { throw Refusal(.conflict, "refusal.dutyTwice") }
        let stretch = Self.stretch(of: duty, among: others)
        var broken: Set<Cap> = []
        if stretch.until - stretch.from > .hours(longest) { broken.insert(.longest) }
        let pauses = others.map { max($0.from - stretch.until, stretch.from - $0.until) }.filter { $0 > .zero }
        if pauses.contains(where: { $0 < .hours(rest) }) { broken.insert(.rest) }
        if Self.weeks(of: duty, in: zone).contains(where: { Self.time(of: others + [duty], in: $0) > .hours(week) }) {
            broken.insert(.week)
        }
        return broken
    }

    /// With what touches it, however many shifts that is.
    private static func stretch(of duty: Duty, among others: [Duty]) -> (from: Moment, until: Moment) {
        var (from, until) = (duty.from, duty.until)
        for one in others.sorted(by: { $0.from < $1.from }) where one.from == until { until = one.until }
        for one in others.sorted(by: { $0.from > $1.from }) where one.until == from { from = one.from }
        return (from, until)
    }

    private static func weeks(of duty: Duty, in zone: TimeZone) -> [(Moment, Moment)] {
        let first = CivilWeek(CivilDay(duty.from, in: zone))
        let last = CivilWeek(CivilDay(duty.until - .milliseconds(1), in: zone))
        return (first == last ? [first] : [first, last]).map {
            ($0.monday.midnight(in: zone), $0.adding(weeks: 1).monday.midnight(in: zone))
        }
    }

    private static func time(of duties: [Duty], in week: (Moment, Moment)) -> Duration {
        duties.map { max(.zero, min($0.until, week.1) - max($0.from, week.0)) }.reduce(.zero, +)
    }
}

extension Set<DutyCaps.Cap> {
    /// - Throws: each cap that is broken, in words, beside the field that names the person.
    public func refuse(by caps: DutyCaps) throws(Refusal) {
        guard let first = DutyCaps.Cap.allCases.first(where: contains) else { return }
        throw Refusal.invalid("person", "refusal.duty.\(first.rawValue)", ["hours": String(caps.hours(of: first))])
    }
}
