/// Who is being asked now (échelle, palier). The full ladder has more rungs; these two carry the house.
public enum Rung: String, Sendable, CaseIterable, Codable {
    /// Nearby helpers, wave by wave.
    case helpers
    /// The referent of the quartier, or whoever owns the request, finds an answer in person.
    case referent

    public var next: Rung? { self == .helpers ? .referent : nil }
}
