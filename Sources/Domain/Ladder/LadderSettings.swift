/// How long each rung may take and how many are asked; readable, one set per town.
public struct LadderSettings: Sendable, Equatable, Codable {
    /// Minutes on the helpers' rung, by urgency: ordinary, soon, urgent.
    public var helperMinutes = [24 * 60, 8 * 60, 2 * 60]
    /// Minutes between two waves, by urgency.
    public var waveMinutes = [8 * 60, 2 * 60, 30]
    /// How many are asked at once.
    public var waveSize = 6
    /// Nobody is asked or rung outside these local hours.
    public var dayStartsAt = 8
    public var dayEndsAt = 21
    /// Metres that a river or a railway between two homes adds to the way, for towns that have drawn them.
    public var wayRound = 800

    public init() {}

    public func helperTime(_ urgency: Urgency) -> Duration { .minutes(Self.pick(helperMinutes, urgency)) }
    public func waveTime(_ urgency: Urgency) -> Duration { .minutes(Self.pick(waveMinutes, urgency)) }

    private static func pick(_ minutes: [Int], _ urgency: Urgency) -> Int {
        minutes.indices.contains(urgency.rawValue) ? minutes[urgency.rawValue] : minutes.first ?? 60
    }
}
