import Domain
import Foundation

/// When things happen in a demo: in the rhythm of people, and never in the future.
struct DemoCalendar: Sendable {
    let opening: Moment
    let now: Moment
    let zone: TimeZone
    let clock: RungClock
    private let ladder: LadderSettings

    init(_ town: Town, opening: Moment, now: Moment) {
        self.opening = opening
        self.now = now
        zone = town.timeZone
        ladder = town.ladder(at: now)
        clock = RungClock(town, at: now)
    }

    /// How often people come, by local hour.
    private static let hours: [(value: Int, weight: Double)] = [
        (7, 1), (8, 3), (9, 6), (10, 8), (11, 8), (12, 5), (13, 4), (14, 6), (15, 6), (16, 6), (17, 7), (18, 8), (19, 7), (20, 6), (21, 4),
        (22, 2),
    ]

    /// A moment when people are awake; `share` 0 is the opening, 1 is now.
    func waking(_ share: Double, _ chance: inout SeededChance) -> Moment {
        let rough = opening + .milliseconds(Int64(Double((now - opening).inMilliseconds) * share))
        let hour = chance.pick(weighted: Self.hours) ?? 10
        var moment = LocalTime(rough, in: zone).at(hour: hour, in: zone) + .seconds(chance.number(0...3_599))
        while moment > now - .minutes(10) { moment = moment - .days(1) }
        return moment > opening ? moment : opening + .minutes(chance.number(5...300))
    }

    /// Some time later, in proportion to a span.
    func after(_ moment: Moment, _ least: Duration, _ most: Duration, _ chance: inout SeededChance) -> Moment {
        let span = (most - least).components.seconds
        return moment + least + .seconds(Int(Double(span) * chance.share()))
    }

    /// When the waves of a request go out from `start` until `end`, and when the next one would.
    func waves(from start: Moment, until end: Moment, urgency: Urgency) -> (sent: [Moment], next: Moment) {
        var sent: [Moment] = []
        var next = clock.waking(atOrAfter: start)
        while next < end {
            sent.append(next)
            next = clock.nextWave(after: next, urgency: urgency)
        }
        return (sent, next)
    }

    func helperTime(_ urgency: Urgency) -> Duration { ladder.helperTime(urgency) }
    func waveTime(_ urgency: Urgency) -> Duration { ladder.waveTime(urgency) }
}
