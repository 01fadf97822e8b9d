extension Helper {
    public var isAsleep: Bool { asleepSince != nil }

    /// When they came, or came back: who returned is new again.
    public var newSince: Moment { returnedAt ?? joinedAt }

    /// When it was last their turn; nil for whoever was never asked, or not since they came back.
    public var lastTurn: Moment? {
        guard let lastAskedAt, let returnedAt else { return lastAskedAt }
        return lastAskedAt < returnedAt ? nil : lastAskedAt
    }

    /// They are asked near home again. Answers whether they had been asleep.
    public mutating func wake(now: Moment) -> Bool {
        guard isAsleep else { return false }
        asleepSince = nil
        returnedAt = now
        return true
    }

    /// For so long after a return a page says how good it is to see them.
    public static let welcomeBack = Duration.days(3)

    public func isJustBack(now: Moment) -> Bool { returnedAt.map { now - $0 < Self.welcomeBack } ?? false }
}
