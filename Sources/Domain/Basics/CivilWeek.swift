/// A week from Monday to Sunday, numbered as calendars in France print it (ISO 8601).
public struct CivilWeek: Sendable, Equatable {
    public let monday: CivilDay

    public init(_ day: CivilDay) { monday = day.adding(days: 1 - day.weekday) }

    /// `2026-48`; nil for a week that does not exist.
    public init?(_ text: String) {
        let parts = text.split(separator: "-").map { Int($0) }
        guard parts.count == 2, let year = parts[0], let number = parts[1], (1901...2199).contains(year), (1...53).contains(number) else {
            return nil
        }
        // The fourth of January lies in the first week, whatever the year.
        self.init(CivilDay(year: year, month: 1, day: 4).adding(days: (number - 1) * 7))
        guard self.year == year else { return nil }
    }

    /// A week belongs to the year of its Thursday.
    public var year: Int { monday.adding(days: 3).year }
    public var number: Int { (monday.adding(days: 3).number - CivilDay(year: year, month: 1, day: 1).number) / 7 + 1 }
    /// `2026-48`.
    public var text: String { "\(year)-\(number < 10 ? "0" : "")\(number)" }

    public var days: [CivilDay] { (0..<7).map { monday.adding(days: $0) } }
    public func adding(weeks: Int) -> CivilWeek { CivilWeek(monday.adding(days: weeks * 7)) }
}
