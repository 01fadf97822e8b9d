/// When somebody answers, weekday by weekday, by the clock on the town's wall (HSDS `schedule`).
public struct OpeningHours: Sendable, Equatable, Codable {
    /// Minutes since midnight; a span that ends past 1,440 ends on the next day.
    public struct Span: Sendable, Hashable, Codable {
        public static let day = 1_440
        public static let wholeDay = Span(from: 0, until: day)

        public var from: Int
        public var until: Int

        public init(from: Int, until: Int) { (self.from, self.until) = (from, until) }
    }

    /// Weekdays that are alike and follow each other.
    public struct Run: Sendable, Equatable {
        /// 1 is Monday.
        public var days: ClosedRange<Int>
        public var spans: [Span]
    }

    /// By weekday, 1 is Monday; nobody answers on a day that is not there.
    public var days: [Int: [Span]]
    /// Day and night, every day of the year.
    public var isAlways: Bool
    public var isClosedOnHolidays: Bool

    public init(days: [Int: [Span]] = [:], isAlways: Bool = false, isClosedOnHolidays: Bool = false) {
        (self.days, self.isAlways, self.isClosedOnHolidays) = (days, isAlways, isClosedOnHolidays)
    }

    public var isKnown: Bool { isAlways || !days.isEmpty }

    /// The week as a sign on a door has it, closed days left out.
    public var runs: [Run] {
        var runs: [Run] = []
        for day in 1...7 {
            guard let spans = days[day] else { continue }
            if let last = runs.last, last.days.upperBound == day - 1, last.spans == spans {
                runs[runs.count - 1].days = last.days.lowerBound...day
            } else {
                runs.append(Run(days: day...day, spans: spans))
            }
        }
        return runs
    }
}
