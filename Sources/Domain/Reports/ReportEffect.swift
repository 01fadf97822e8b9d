/// How whoever reports stands to what they report, and how often they stopped somebody lately.
public struct ReporterStanding: Sendable, Equatable {
    public enum Tie: Sendable, CaseIterable {
        /// The two were brought together by a match.
        case met
        /// Signed in, and sees the text.
        case signedIn
        case visitor
    }

    public var tie: Tie
    /// New contacts of the reporter are themselves stopped.
    public var isStopped: Bool
    /// People whom they stopped in the last thirty days by a report alone.
    public var ownStops: Int
    /// The same of the whole town in the last day.
    public var townStops: Int

    public init(tie: Tie, isStopped: Bool = false, ownStops: Int = 0, townStops: Int = 0) {
        self.tie = tie
        self.isStopped = isStopped
        self.ownStops = ownStops
        self.townStops = townStops
    }

    public static let ownPeriod: Duration = .days(30)
    public static let townPeriod: Duration = .days(1)
    /// More in a day look like a script.
    public static let townMost = 5
}

/// What a report does before a moderator has read it (docs/decisions/2026-11-26-stops.md).
public enum ReportEffect: Sendable, Equatable {
    /// New contacts stop at once.
    case stop
    /// A moderator reads it before all others, and is told by mail.
    case urgent
    case queue

    public init(_ reason: Report.Reason, from standing: ReporterStanding) {
        guard reason.isSevere else {
            self = .queue
            return
        }
        let mayStop =
            standing.tie != .visitor && !standing.isStopped && standing.ownStops == 0
            && standing.townStops < ReporterStanding.townMost
        self = mayStop ? .stop : .urgent
    }
}
