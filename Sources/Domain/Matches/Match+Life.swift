extension Match {
    /// After the end there is time for a thank-you and for a forgotten key.
    public static let afterwards = Duration.days(7)

    /// Whether the two may still write to each other.
    public func isOpenForWords(now: Moment) -> Bool {
        switch status {
        case .active: true
        case .ended: endedAt.map { now - $0 < Self.afterwards } ?? false
        case .withdrawn: false
        }
    }

    /// When somebody asks how it went: two days after the yes, or after the day for which help was wanted.
    public static func feedbackDue(matchedAt: Moment, wanted: WhenWanted) -> Moment {
        if case .on(let day) = wanted { return max(matchedAt, day + .days(1)) + feedbackAfter }
        return matchedAt + feedbackAfter
    }

    /// Between the yes and the question, and between the question and the owner's call.
    public static let feedbackAfter = Duration.days(2)
}
