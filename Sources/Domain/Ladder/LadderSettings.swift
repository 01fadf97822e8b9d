/// How long each rung may take and how many are asked; readable, one set per town.
public struct LadderSettings: Sendable, Equatable, Codable {
    /// Minutes on the helpers' rungs together, by urgency: ordinary, soon, urgent. What the asker is promised.
    public var helperMinutes = [12 * 60, 4 * 60, 30]
    /// How much of them the near helpers have, before the ring grows wider.
    public var nearMinutes = [8 * 60, 2 * 60, 20]
    /// Minutes between two waves, by urgency.
    public var waveMinutes = [4 * 60, 60, 20]
    /// Minutes that the owner has to find an answer in person, by urgency.
    public var referentMinutes = [24 * 60, 8 * 60, 2 * 60]
    /// Minutes that the organisations of one rung have together, by urgency.
    public var organisationMinutes = [24 * 60, 8 * 60, 2 * 60]
    /// The most who are asked at once, by urgency.
    public var waveSizes = [12, 16, 24]
    /// Percent: how likely each wave is to bring one yes at least, by urgency.
    public var target = [60, 75, 95]
    /// Percent of each wave kept for helpers whom nobody ever asked.
    public var newcomerShare = 30
    /// How many times further than they said the helpers of the wider ring are asked.
    public var widerFactor = 2
    /// Asks a week on top of what each helper chose; for a crisis.
    public var extraAsks = 0
    /// From so many open requests on, waves are planned together.
    public var plannedFrom = 12
    /// Nobody is asked or rung outside these local hours.
    public var dayStartsAt = 8
    public var dayEndsAt = 21
    /// Metres that a river or a railway between two homes adds to the way, for towns that have drawn them.
    public var wayRound = 800

    public init() {}

    /// Until the owner answers in person.
    public func helperTime(_ urgency: Urgency) -> Duration { .minutes(Self.pick(helperMinutes, urgency)) }
    public func waveTime(_ urgency: Urgency) -> Duration { .minutes(Self.pick(waveMinutes, urgency)) }
    /// Between 0 and 1.
    public func target(_ urgency: Urgency) -> Double { Double(Self.pick(target, urgency)) / 100 }

    public func waveSize(_ urgency: Urgency) -> Int { Self.pick(waveSizes, urgency) }

    /// How long a request may stay on a rung that does not end with the helpers' time.
    public func time(on rung: Rung, _ urgency: Urgency) -> Duration {
        switch rung {
        case .helpers: .minutes(min(Self.pick(nearMinutes, urgency), Self.pick(helperMinutes, urgency)))
        case .wider: helperTime(urgency)
        case .referent, .duty: .minutes(Self.pick(referentMinutes, urgency))
        case .association, .reserve, .agent, .ccas: .minutes(Self.pick(organisationMinutes, urgency))
        }
    }

    private static func pick(_ values: [Int], _ urgency: Urgency) -> Int {
        values.indices.contains(urgency.rawValue) ? values[urgency.rawValue] : values.first ?? 60
    }
}
