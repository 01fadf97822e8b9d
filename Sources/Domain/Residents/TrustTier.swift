/// How near a helper may come (palier de confiance). Granted by a named person, never assumed (B-02, B-04, B-06).
public enum TrustTier: Int, Sendable, Comparable, CaseIterable, Codable {
    /// By telephone or video, from the first day.
    case remote = 0
    /// As far as the door: after accepting the town's charter.
    case doorstep = 1
    /// After a named referent met the helper.
    case insideHome = 2
    /// Handling somebody's money: granted as inside the home is.
    case money = 3

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Whether a meeting with a named person is needed first.
    public var needsMeeting: Bool { self >= .insideHome }
}
