extension Town {
    /// The settings in force at a moment; nothing else says how the ladder moves.
    public func ladder(at now: Moment) -> LadderSettings { isInCrisis(at: now) ? settings.crisisSet.ladder : settings.ladder }
}

extension RungClock {
    public init(_ town: Town, at now: Moment) { self.init(town.ladder(at: now), in: town.timeZone) }
}
