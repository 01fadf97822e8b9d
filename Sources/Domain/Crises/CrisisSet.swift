/// What a town prepares in quiet times for a crisis: the clocks and waves of the ladder, its rungs, and what people are told.
public struct CrisisSet: Sendable, Equatable, Codable {
    public var ladder = LadderSettings.crisis
    /// Rungs that nobody waits on then.
    public var leavesOut: Set<Rung> = []
    /// On every page, by language; empty is the house's own sentence.
    public var banner: [String: String] = [:]
    /// In every mail that asks a helper, by language.
    public var ask: [String: String] = [:]

    public init() {}

    /// What may be left out: near helpers come first in a crisis too, and somebody in person always remains.
    public static let optional: [Rung] = [.wider, .association, .reserve, .agent]

    public func banner(_ language: String) -> String? { banner[language] ?? banner["fr"] }
    public func ask(_ language: String) -> String? { ask[language] ?? ask["fr"] }
}

extension LadderSettings {
    /// More asks, further away, and from earlier until later: more people are disturbed, for a time, so that nobody waits. Whoever answers
    /// in person keeps their time and organisations have more: they are the scarce ones, and a request that hurries past them finds the top
    /// as full as the way there.
    public static let crisis: LadderSettings = {
        var settings = LadderSettings()
        settings.organisationMinutes = [48 * 60, 24 * 60, 4 * 60]
        settings.widerFactor = 3
        settings.extraAsks = 3
        settings.dayStartsAt = 7
        settings.dayEndsAt = 22
        return settings
    }()
}
