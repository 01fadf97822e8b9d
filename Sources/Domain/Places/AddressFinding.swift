import Geography

/// An address of the base that may be the one somebody typed.
public struct AddressCandidate: Sendable, Equatable {
    /// `12 bis Rue des Lilas 38000 Grenoble`; typed as it stands, it is found again.
    public var label: String
    public var street: AddressStreet.Key
    public var city: String
    /// `12bis`; nil for a street or lieu-dit as a whole.
    public var house: String?
    public var point: Point
    /// 0 to 1: how well it answers what was typed.
    public var score: Double
    /// A number was typed that the street does not have.
    public var lacksNumber: Bool
    public var isInTown: Bool
    /// Nothing but this address was typed, abbreviations and spelling aside; with or without the town.
    public var isExact: Bool

    public init(
        label: String, street: AddressStreet.Key, city: String, house: String?, point: Point, score: Double, lacksNumber: Bool = false,
        isInTown: Bool, isExact: Bool = false
    ) {
        self.label = label
        self.street = street
        self.city = city
        self.house = house
        self.point = point
        self.score = score
        self.lacksNumber = lacksNumber
        self.isInTown = isInTown
        self.isExact = isExact
    }
}

/// What the address base makes of what somebody typed; each has its own answer and a way forward.
public enum AddressFinding: Sendable, Equatable {
    /// It can be no other.
    case found(AddressCandidate)
    /// One of these, the likely one first.
    case several([AddressCandidate])
    /// The street is known, the number was not typed, or the street does not have it: the street itself, and numbers next to it.
    case noNumber([AddressCandidate])
    case outside(AddressCandidate)
    case unknown

    private static let sure = 0.9
    private static let lead = 0.03
    private static let doubtful = 0.45

    /// - Parameter candidates: the likely one first.
    public init(_ candidates: [AddressCandidate], for typed: String) {
        guard let best = candidates.first, best.score >= Self.doubtful else {
            self = .unknown
            return
        }
        let named = candidates.first { Slug.of($0.label) == Slug.of(typed) }
        guard let one = named ?? Self.onlyExact(candidates) ?? Self.undisputed(candidates) else {
            let near = candidates.filter { $0.isInTown && $0.score >= Self.doubtful }
            self = near.isEmpty ? .outside(best) : .several(Array(near.prefix(6)))
            return
        }
        if !one.isInTown {
            self = .outside(one)
        } else if one.lacksNumber || (one.house == nil && named == nil) {
            self = .noNumber(candidates.filter { $0.street == one.street })
        } else {
            self = .found(one)
        }
    }

    /// Among « Rue des Lilas » and « Rue des Lilas prolongée », the one that was typed.
    private static func onlyExact(_ candidates: [AddressCandidate]) -> AddressCandidate? {
        let exact = candidates.filter(\.isExact)
        let home = exact.filter(\.isInTown)
        return home.count == 1 ? home.first : home.isEmpty && exact.count == 1 ? exact.first : nil
    }

    private static func undisputed(_ candidates: [AddressCandidate]) -> AddressCandidate? {
        guard let best = candidates.first, best.score >= sure else { return nil }
        let rival = candidates.dropFirst().first { $0.street != best.street || $0.house != best.house }
        if best.lacksNumber || best.house == nil { return candidates.allSatisfy { $0.street == best.street } ? best : nil }
        return rival.map { $0.score <= best.score - lead } ?? true ? best : nil
    }

    /// What the form shows to choose from.
    public var choices: [AddressCandidate] {
        switch self {
        case .several(let candidates), .noNumber(let candidates): candidates
        case .found, .outside, .unknown: []
        }
    }

    /// Nil when there is nothing to say.
    public var refusal: Refusal.Field? {
        switch self {
        case .found: nil
        case .several: Refusal.Field("address", "refusal.address.several")
        case .noNumber(let candidates):
            Refusal.Field(
                "address", candidates.first?.lacksNumber == true ? "refusal.address.unknownNumber" : "refusal.address.noNumber",
                ["street": candidates.first?.street.name ?? ""])
        case .outside(let candidate): Refusal.Field("address", "refusal.address.outside", ["city": candidate.city])
        case .unknown: Refusal.Field("address", "refusal.address.unknown")
        }
    }
}
