/// A kind of thing that waits for a referent. The first page counts them in this order, and so does the mail of the day.
public enum Errand: String, Sendable, CaseIterable {
    /// Helpers who withdrew shortly before the appointment.
    case alarms
    /// Helpers who have not said that they will be there tomorrow.
    case unconfirmed
    /// Helpers who did not come: to be recorded, or decided.
    case noShows
    /// Requests for which no helper was found.
    case requests
    case calls
    /// Mandates to hear somebody about, and those that end soon.
    case mandates
    /// Texts to read before they are public, for a referent who moderates too.
    case texts
    case newcomers
    case neverAsked
    /// Helpers without mail to ask whether they still help.
    case availability
}

/// How much there is to do: numbers, nobody's name.
public struct ErrandCounts: Sendable, Equatable {
    /// Without an entry: nothing of that kind is this person's to do.
    public var counts: [Errand: Int]

    public init(_ counts: [Errand: Int]) { self.counts = counts }

    public subscript(errand: Errand) -> Int { counts[errand] ?? 0 }
    public var total: Int { counts.values.reduce(0, +) }

    /// Those that this person may do, in order.
    public var lines: [(errand: Errand, count: Int)] { Errand.allCases.compactMap { errand in counts[errand].map { (errand, $0) } } }
}
