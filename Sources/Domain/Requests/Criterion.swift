/// What makes a need pressing (critère de priorité): what somebody cannot do, never why, and no diagnosis (founding text 003).
public enum Criterion: String, Sendable, CaseIterable, Codable {
    case over70 = "over_70"
    case cannotCarry = "cannot_carry"
    case cannotGoOut = "cannot_go_out"
    case alone
    case noRelativeNear = "no_relative_near"
    case urgentMedicine = "urgent_medicine"
    /// Somebody who is not well: the social-action centre is told at once.
    case distress

    /// Its box in a form.
    public var field: String { "criterion-\(rawValue)" }

    /// Comma-separated, as it is stored; unknown words of a newer version are left out.
    public static func list(_ text: String?) -> Set<Criterion> {
        Set((text ?? "").split(separator: ",").compactMap { Criterion(rawValue: String($0)) })
    }

    public static func text(_ criteria: Set<Criterion>) -> String? {
        criteria.isEmpty ? nil : allCases.filter(criteria.contains).map(\.rawValue).joined(separator: ",")
    }
}
