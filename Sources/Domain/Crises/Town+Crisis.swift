extension Town {
    /// The set of the crisis that is on; nil in quiet times.
    public func crisisSet(at now: Moment) -> CrisisSet? { isInCrisis(at: now) ? settings.crisisSet : nil }

    public func isInCrisis(at now: Moment) -> Bool { settings.crisis?.isOn(at: now) == true }

    /// As pages show it: until the sweep that notes its end, at most some minutes after.
    public var shownCrisis: CrisisSet? { settings.crisis == nil ? nil : settings.crisisSet }

    /// Rungs that a request does not climb to now.
    public func rungsLeftOut(at now: Moment) -> Set<Rung> { crisisSet(at: now)?.leavesOut ?? [] }

    /// Which clocks count is this decision's to say from now on.
    public mutating func enter(_ crisis: Crisis) { settings.crisis = crisis.term }

    public mutating func leaveCrisis() { settings.crisis = nil }
}
