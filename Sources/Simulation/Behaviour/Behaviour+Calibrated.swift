extension Behaviour {
    /// FROZEN. How each number came about is told in docs/decisions/2026-11-26-simulation.md.
    public static let calibrated = Behaviour(
        willingness: 0.237, looksPerDay: 0.023, lookHalfLife: 7, keennessShape: 0.8, reach: 1_500, reads: 0.5, readingHours: 1.5,
        readingSpread: 1.6, saysNo: 0.35, saysLater: 0.05, tiringAsk: 0.1, tiringHelp: 0.2, tiringTooLate: 0.1, recovery: 14, leaving: 0.02,
        withdraws: 0.08, failsToCome: 0.04, patience: [14, 10, 5])
}
