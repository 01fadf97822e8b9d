import Foundation

/// The clock of a rung: it stands still at night, so that a promise falls in waking hours.
public struct RungClock: Sendable {
    private let settings: LadderSettings
    private let zone: TimeZone

    public init(_ settings: LadderSettings, in zone: TimeZone) {
        self.settings = settings
        self.zone = zone
    }

    /// When the helpers' time is up and the owner answers in person.
    public func helpersUntil(from start: Moment, urgency: Urgency) -> Moment {
        waking(atOrAfter: waking(atOrAfter: start) + settings.helperTime(urgency))
    }

    /// When the next wave goes out.
    public func nextWave(after start: Moment, urgency: Urgency) -> Moment {
        waking(atOrAfter: start + settings.waveTime(urgency))
    }

    /// The same moment by day; the next morning by night.
    public func waking(atOrAfter moment: Moment) -> Moment {
        let local = LocalTime(moment, in: zone)
        if local.hour < settings.dayStartsAt { return local.at(hour: settings.dayStartsAt, in: zone) }
        if local.hour >= settings.dayEndsAt { return local.at(hour: settings.dayStartsAt, daysLater: 1, in: zone) }
        return moment
    }
}
