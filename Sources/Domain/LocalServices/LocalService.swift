/// A service that anybody of the town may turn to: what it does, for whom, when and where it answers (service local).
///
/// The words are those of Open Referral's HSDS where they fit. No person is in it.
public struct LocalService: Sendable, Equatable {
    /// What people look for it under.
    public enum Topic: String, Sendable, CaseIterable, Codable {
        case food, meals, hygiene, health, talking, psychology, care, family, housing, shelter, violence, rights, transport
    }

    /// Languages that are spoken there; ISO 639, and French sign language.
    public enum Tongue: String, Sendable, CaseIterable, Codable {
        case fr, fsl, en, ar, es, it, pt, de, ro, ru, tr, uk, zh
    }

    /// Months after which nobody can be sure that what is written still holds.
    public static let trust = 6

    public var id: ID<LocalService>
    public var name: String
    /// What it does, by language.
    public var description: [String: String] = [:]
    /// Whom it is for, by language.
    public var audience: [String: String] = [:]
    public var topics: Set<Topic> = []
    /// Kinds of help beside which it is proposed; nil for whatever is asked, none for a place in the directory alone.
    public var categories: Set<ID<Category>>?
    /// The quartiers that it serves; nil for the whole town.
    public var zone: Set<ID<Neighbourhood>>?
    /// As they are printed, the best first.
    public var phones: [String] = []
    public var address: String?
    /// `https://…`
    public var web: String?
    public var hours = OpeningHours()
    /// What hours cannot say: « fermé en août ».
    public var hoursNote: String?
    public var tongues: Set<Tongue> = [.fr]
    public var isFree = true
    /// When somebody last made sure of all this (HSDS `assured_date`).
    public var checkedOn: CivilDay

    public init(id: ID<LocalService>, name: String, checkedOn: CivilDay) {
        (self.id, self.name, self.checkedOn) = (id, name, checkedOn)
    }

    public func description(_ language: String) -> String { description[language] ?? description["fr"] ?? "" }
    public func audience(_ language: String) -> String? { audience[language] ?? audience["fr"] }

    public func needsCheck(on today: CivilDay) -> Bool { checkedOn.adding(months: Self.trust) <= today }

    /// Whoever lives there may go; in an unknown quartier only what serves the whole town.
    public func serves(_ place: ID<Neighbourhood>?) -> Bool {
        guard let zone else { return true }
        return place.map(zone.contains) ?? false
    }

    /// Whether it is worth naming beside a request.
    public func answers(_ category: ID<Category>, in place: ID<Neighbourhood>?) -> Bool {
        (categories?.contains(category) ?? true) && serves(place)
    }
}
