import Foundation

/// Who may help, by the year of birth alone (G-02): the age that counts is the one reached this year (B-08).
public enum AgeGroup: Sendable, Equatable {
    /// Not sixteen yet: not as a helper.
    case tooYoung
    /// Sixteen or seventeen: with a parent's authorisation, never alone in a home, never with money.
    case minor
    case adult

    public init(birthYear: Int, now: Moment, in zone: TimeZone) {
        switch Self.year(of: now, in: zone) - birthYear {
        case ..<16: self = .tooYoung
        case 16...17: self = .minor
        default: self = .adult
        }
    }

    /// Born in this year or before, one is an adult.
    public static func lastAdultYear(now: Moment, in zone: TimeZone) -> Int { year(of: now, in: zone) - 18 }

    static func year(of moment: Moment, in zone: TimeZone) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.component(.year, from: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1_000))
    }
}

extension FormReader {
    /// The year of birth of somebody who wants to help: four digits, and old enough.
    public mutating func helperBirthYear(_ name: String, _ value: String?, now: Moment, in zone: TimeZone) -> Int? {
        let typed = PlainText.line(value ?? "")
        guard let year = Int(typed), typed.utf8.count == 4, (1900...AgeGroup.year(of: now, in: zone)).contains(year) else {
            refuse(name, "refusal.birthYear")
            return nil
        }
        guard AgeGroup(birthYear: year, now: now, in: zone) != .tooYoung else {
            refuse(name, "refusal.tooYoung")
            return nil
        }
        return year
    }
}
