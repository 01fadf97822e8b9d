import Domain

/// What people offer and ask for, by the keys of the catalogue.
enum Habits {
    /// Share of helpers who tick it. Groceries, conversation and homework: 1,740, 933 and 725 of about 2,000 (founding text 002).
    static let offered: [String: Double] = [
        "groceries": 0.87, "conversation": 0.47, "homework": 0.36, "computing": 0.2, "paperwork": 0.18, "pets": 0.18, "printing": 0.15,
        "masks": 0.08, "staff": 0.12, "lending": 0.1, "garden": 0.1, "sharing": 0.05, "money": 0.05, "other": 0.2,
    ]

    /// Weights of what is asked for: most of all groceries, then computers and papers (founding text 004).
    static let asked: [(value: String, weight: Double)] = [
        ("groceries", 40), ("computing", 11), ("paperwork", 10), ("conversation", 8), ("homework", 7), ("printing", 5), ("pets", 4),
        ("garden", 4), ("lending", 3), ("other", 5), ("masks", 2), ("staff", 2), ("money", 2), ("sharing", 1),
    ]

    /// A helper's wish against groceries: nearer means fewer.
    static let wish: [String: Double] = [
        "conversation": 0.9, "homework": 0.8, "computing": 0.8, "paperwork": 0.8, "garden": 0.6, "money": 0.6, "staff": 0.7, "other": 0.6,
    ]

    static let tiers: [(value: TrustTier, weight: Double)] = [(.remote, 15), (.doorstep, 55), (.insideHome, 25), (.money, 5)]
    static let travels: [(value: Helper.Travel, weight: Double)] = [(.foot, 60), (.bicycle, 20), (.car, 20)]
    static let radii: [(value: Int, weight: Double)] = [(500, 15), (1_000, 25), (2_000, 35), (5_000, 25)]
    static let budgets: [(value: Int, weight: Double)] = [(1, 15), (2, 60), (3, 15), (5, 10)]
    static let dayParts: [(value: ClosedRange<Int>, weight: Double)] = [(8...20, 60), (9...12, 10), (14...19, 15), (17...21, 15)]
    static let weeks: [(value: Set<Int>, weight: Double)] = [
        (Set(1...7), 55), (Set(1...5), 15), ([6, 7], 12), ([3, 6, 7], 8), ([1, 3, 5], 5), ([2, 4, 6], 5),
    ]

    /// Requests by hour of the day: a morning peak, a smaller one after lunch, hardly any by night.
    static let hours: [Double] = [1, 0.5, 0.5, 0.5, 0.5, 1, 2, 4, 8, 11, 12, 10, 6, 6, 8, 8, 7, 6, 5, 4, 3, 2, 2, 1]
    /// By weekday: fewer at the weekend.
    static let weekdays: [Double] = [1.2, 1.1, 1.05, 1.05, 1.1, 0.8, 0.7]
}
