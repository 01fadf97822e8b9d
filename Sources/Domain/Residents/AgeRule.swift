import Foundation

/// Helpers are 16 or older; from 16 to 17 only with a parent's authorisation that a named person saw (B-08).
///
/// Only the year of birth is asked (G-02), so who turns 18 this year may still be 17: they count as a minor until the year is over.
public enum AgeRule: String, Sendable, CaseIterable {
    case tooYoung
    case minor
    case adult

    public init(birthYear: Int, now: Moment, in zone: TimeZone) {
        switch CivilDay(now, in: zone).year - birthYear {
        case ..<16: self = .tooYoung
        case ...18: self = .minor
        default: self = .adult
        }
    }
}

extension FormReader {
    /// A year of birth of somebody old enough to help; says kindly why not.
    public mutating func birthYear(_ name: String, _ value: String?, now: Moment, in zone: TimeZone) -> Int? {
        let thisYear = CivilDay(now, in: zone).year
        guard let year = Int(value.map(PlainText.line) ?? ""), (thisYear - 115...thisYear).contains(year) else {
            return required(name, nil, else: "refusal.birthYear")
        }
        guard AgeRule(birthYear: year, now: now, in: zone) != .tooYoung else { return required(name, nil, else: "refusal.tooYoung") }
        return year
    }
}
