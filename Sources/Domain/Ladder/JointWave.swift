import Foundation

/// What the places of a wave are worth, and what it costs to ask somebody, when many requests are planned at once: the rule behind the
/// cheapest assignment. Whole numbers without a unit; only their proportions count.
public struct JointWave: Sendable {
    /// How many are asked at most for one request.
    public let places: Int
    private let value: Double
    private let silence: Double
    private let urgency: Urgency

    /// - Parameters:
    ///   - chance: that one ask is answered yes, between 0 and 1.
    ///   - target: how likely one yes is to be; `most` bounds the places that reach it.
    public init(_ urgency: Urgency, chance: Double, target: Double, most: Int) {
        self.urgency = urgency
        silence = 1 - chance
        value = [10_000, 20_000, 40_000][urgency.rawValue]
        let needed = chance >= 1 || target <= 0 ? 1 : (log(1 - min(target, 0.999)) / log(1 - max(chance, 0.001))).rounded(.up)
        places = max(1, min(most, Int(needed)))
    }

    /// What it costs to leave a place empty: it falls by the chance that an earlier one said yes, so that scarce helpers go to those who
    /// have none before they go to those who have five.
    public func penalty(ofPlace number: Int) -> Int32 { Int32(value * pow(silence, Double(number))) }

    /// More than everything else together, so that who is known comes before others here as in a wave of one request.
    private static let known = 6_000

    /// Near before far, the more so the more it is urgent; the longest idle and the never asked before others; who is known first of all,
    /// where that matters. Whoever failed to come twice lately stands after the others, known or not.
    public func cost(of found: HelperSearch.Found, now: Moment) -> Int32 {
        let way = min(found.band, 12) * [100, 150, 250][urgency.rawValue]
        let busy = found.candidate.recentAsks * 200
        let idle = found.candidate.helper.lastAskedAt.map { Int((now - $0) / .days(1)) } ?? 60
        let rested = max(0, 30 - idle) * 6
        let missed = found.candidate.isAskedLater ? 1_000 : 0
        let known = found.isKnown && !found.candidate.isAskedLater ? Self.known : 0
        return Int32(way + busy + rested + missed - known - (found.isNewcomer ? 100 : 0))
    }

    /// As many candidates as a plan looks at for one request: more change nothing that anybody would notice.
    public static let candidates = 60
}
