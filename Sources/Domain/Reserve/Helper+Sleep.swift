extension Helper {
    public var isAsleep: Bool { asleepSince != nil }

    /// When they came, or came back: who returned is new again.
    public var newSince: Moment { returnedAt ?? joinedAt }

    /// When it was last their turn; nil for whoever was never asked, or not since they came back.
    public var lastTurn: Moment? { Self.lastTurn(askedAt: lastAskedAt, returnedAt: returnedAt) }

    static func lastTurn(askedAt: Moment?, returnedAt: Moment?) -> Moment? {
        guard let askedAt, let returnedAt else { return askedAt }
        return askedAt < returnedAt ? nil : askedAt
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
