/// Who is being asked now (échelle, palier), in the order in which a request climbs.
public enum Rung: String, Sendable, CaseIterable, Codable {
    /// Nearby helpers, wave by wave.
    case helpers
    /// Helpers further away, and those whose availability sleeps.
    case wider
    /// The referent of the quartier, or whoever owns the request, finds an answer in person.
    case referent
    case association
    /// The communal reserve, only while the mayor has called it out (CSI L724-1; B-05).
    case reserve
    /// A service of the town.
    case agent
    /// The social-action centre: only where a category or a criterion leads straight to it.
    case ccas
    /// The town's duty administrator, the last who answers in person.
    case duty

    /// Helpers are asked, one wave after the other.
    public var asksHelpers: Bool { self == .helpers || self == .wider }
    /// Helpers further away, and those who sleep, count too: on the wider ring, and with each new clock of the last rung.
    public var isWide: Bool { self == .wider || self == .duty }
    /// Organisations are asked, one after the other.
    public var asksOrganisations: Bool { [.association, .reserve, .agent, .ccas].contains(self) }
    /// Its owner finds an answer.
    public var isInPerson: Bool { self == .referent || self == .duty }

    /// Where a kind of help may begin other than at the foot: the right answer is not the last of a queue.
    public static let starts: [Rung] = [.helpers, .referent, .association, .agent, .ccas]
    /// What a town may leave out for a kind of help; somebody in person always remains.
    public static let optional: [Rung] = [.helpers, .wider, .association, .reserve, .agent]

    /// Comma-separated, in the order given; unknown words of a newer version are left out.
    public static func list(_ text: String?) -> [Rung] {
        (text ?? "").split(separator: ",").compactMap { Rung(rawValue: String($0)) }
    }

    public static func text(_ rungs: [Rung]) -> String? { rungs.isEmpty ? nil : rungs.map(\.rawValue).joined(separator: ",") }
}
