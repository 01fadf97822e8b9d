/// Why a referent closes a request before anybody helped: a word of a closed list, never a text about somebody.
public enum CancelReason: String, Sendable, CaseIterable, Codable {
    case noLongerNeeded = "no_longer_needed"
    case foundElsewhere = "found_elsewhere"
    case couldNotReach = "could_not_reach"
    /// Not something that neighbours may do.
    case notForNeighbours = "not_for_neighbours"
    case duplicate
    /// The person for whom somebody else asked would rather not.
    case declined

    /// What a referent chooses from; `declined` is the answer to another question.
    public static let offered: [CancelReason] = allCases.filter { $0 != .declined }

    /// As the journal keeps it.
    public var purpose: String { "cancelled_\(rawValue)" }
    public init?(purpose: String) { self.init(rawValue: String(purpose.dropFirst("cancelled_".count))) }
}
