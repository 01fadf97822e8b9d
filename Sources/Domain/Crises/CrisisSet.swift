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
    /// Shorter clocks, larger waves, more asks: more people are disturbed, for a time, so that nobody waits.
    public static let crisis: LadderSettings = {
        var settings = LadderSettings()
        settings.helperMinutes = [8 * 60, 3 * 60, 60]
        settings.nearMinutes = [4 * 60, 2 * 60, 60]
        settings.waveMinutes = [2 * 60, 45, 15]
        settings.referentMinutes = [8 * 60, 3 * 60, 60]
        settings.organisationMinutes = [8 * 60, 3 * 60, 60]
        settings.waveSize = 20
        settings.target = [80, 90, 95]
        settings.widerFactor = 3
        settings.extraAsks = 2
        settings.dayStartsAt = 7
        settings.dayEndsAt = 22
        return settings
    }()
}
