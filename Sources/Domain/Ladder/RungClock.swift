import Foundation

/// The clock of a rung: it stands still at night, so that a promise falls in waking hours.
public struct RungClock: Sendable {
    private let settings: LadderSettings
    private let zone: TimeZone

    public init(_ settings: LadderSettings, in zone: TimeZone) {
        self.settings = settings
        self.zone = zone
    }

    /// What the asker is promised: the helpers' time is up, and the owner answers in person.
    public func helpersUntil(from start: Moment, urgency: Urgency) -> Moment {
        waking(atOrAfter: waking(atOrAfter: start) + settings.helperTime(urgency))
    }

    /// When a rung's time is up. Helpers of the wider ring have what is left of the promise.
    public func until(_ rung: Rung, from start: Moment, urgency: Urgency, promise: Moment?) -> Moment {
        let end = waking(atOrAfter: waking(atOrAfter: start) + settings.time(on: rung, urgency))
        guard let promise, rung.asksHelpers else { return end }
        return rung == .wider ? promise : min(end, promise)
    }

    /// When the next wave goes out.
    public func nextWave(after start: Moment, urgency: Urgency) -> Moment {
        waking(atOrAfter: start + settings.waveTime(urgency))
    }

    /// Outside the hours in which people are asked or rung.
    public func isNight(_ moment: Moment) -> Bool { waking(atOrAfter: moment) > moment }

    /// The same moment by day; the next morning by night.
    public func waking(atOrAfter moment: Moment) -> Moment {
        let local = LocalTime(moment, in: zone)
        if local.hour < settings.dayStartsAt { return local.at(hour: settings.dayStartsAt, in: zone) }
        if local.hour >= settings.dayEndsAt { return local.at(hour: settings.dayStartsAt, daysLater: 1, in: zone) }
        return moment
    }
}
