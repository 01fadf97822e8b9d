import Foundation

/// When nobody is on duty between two moments.
public struct DutyGap: Sendable, Equatable {
    public var from: Moment
    public var until: Moment

    public init(from: Moment, until: Moment) { (self.from, self.until) = (from, until) }

    /// In order; shifts without anybody cover nothing.
    public static func among(_ duties: [Duty], from: Moment, until: Moment) -> [DutyGap] {
        var gaps: [DutyGap] = []
        var covered = from
        for duty in duties.filter({ $0.person != nil }).sorted(by: { $0.from < $1.from }) {
            if duty.from > covered, covered < until { gaps.append(DutyGap(from: covered, until: min(duty.from, until))) }
            covered = max(covered, duty.until)
        }
        if covered < until { gaps.append(DutyGap(from: covered, until: until)) }
        return gaps
    }
}
