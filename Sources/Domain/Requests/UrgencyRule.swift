/// What a town makes of the criteria: which make a need urgent, and how many of the others make it more pressing by one step.
public struct UrgencyRule: Sendable, Equatable, Codable {
    public var urgent: [Criterion] = [.urgentMedicine, .distress]
    /// 0 where no number of them does.
    public var raising = 2

    public init() {}

    /// What a new town begins with, and a rehearsal plays.
    public static let usual = UrgencyRule()

    public var isUrgent: Set<Criterion> { Set(urgent) }
}

extension Urgency {
    public init(_ wanted: WhenWanted, _ criteria: Set<Criterion>, by rule: UrgencyRule, now: Moment) {
        let plain = Urgency(wanted, now: now)
        if !criteria.isDisjoint(with: rule.isUrgent) {
            self = .urgent
        } else {
            let isRaised = rule.raising > 0 && criteria.count >= rule.raising
            self = isRaised ? Urgency(rawValue: plain.rawValue + 1) ?? plain : plain
        }
    }
}
