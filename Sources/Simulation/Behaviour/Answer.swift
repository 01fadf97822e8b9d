import Domain
import Foundation

/// What a helper makes of one ask or one look, and when.
public struct SimulatedAnswer: Sendable, Equatable {
    public enum Reply: String, Sendable { case yes, no, later }

    /// Nil: nothing is ever heard.
    public var reply: Reply?
    public var at: Moment
    /// The ask was one too many.
    public var leaves = false
}

extension Behaviour {
    /// To an ask sent now. `metres` is nil where distance does not count.
    func answer(
        _ volunteer: Volunteer, _ errand: Errand, category: Domain.Category, metres: Double?, now: Moment, in zone: TimeZone,
        _ dice: inout Dice
    ) -> SimulatedAnswer {
        let isRead = dice.happens(reads)
        let hours = dice.logNormal(median: readingHours, spread: readingSpread) * Self.slowness(LocalTime(now, in: zone))
        let fatigue = volunteer.fatigue(now, halfLife: recovery)
        let decision = dice.share(), other = dice.share()
        var answer = SimulatedAnswer(
            reply: nil, at: Self.awake(after: now, hours: hours, in: zone), leaves: dice.happens(min(0.5, leaving * fatigue)))
        guard isRead else { return answer }
        if !answer.leaves, decision < wish(volunteer, errand, category, metres, fatigue) {
            answer.reply = .yes
        } else if other < saysNo + saysLater {
            answer.reply = other < saysNo ? .no : .later
        }
        return answer
    }

    /// Chance of a yes of somebody who reads of it.
    func wish(_ volunteer: Volunteer, _ errand: Errand, _ category: Domain.Category, _ metres: Double?, _ fatigue: Double) -> Double {
        let helper = volunteer.helper
        let far = metres.map { exp(-$0 / (reach * helper.travel.reachFactor)) } ?? 1
        let kind = Habits.wish[category.key] ?? 1
        return min(0.95, willingness * volunteer.keenness * kind * far * errand.request.wanted.wishFactor * exp(-fatigue))
    }

    /// During the working day mail is read more slowly.
    private static func slowness(_ local: LocalTime) -> Double {
        local.weekday <= 5 && (9..<17).contains(local.hour) ? 1.3 : 1
    }

    /// So many hours later by the clock of somebody who sleeps from 22 to 7.
    static func awake(after now: Moment, hours: Double, in zone: TimeZone) -> Moment {
        let local = LocalTime(now, in: zone)
        let ofDay = Double((now - local.midnight).inMilliseconds) / 3_600_000
        let begin = max(0, min(15, ofDay - 7))
        let total = begin + max(0.02, hours)
        let days = (total / 15).rounded(.down)
        return local.midnight + .milliseconds(Int64((days * 24 + 7 + total - days * 15) * 3_600_000))
    }
}

extension Helper.Travel {
    fileprivate var reachFactor: Double {
        switch self {
        case .foot: 1
        case .bicycle: 2
        case .car: 4
        }
    }
}

extension WhenWanted {
    /// A day to come is easier to promise than this very hour, and both easier than every week.
    fileprivate var wishFactor: Double {
        switch self {
        case .now: 0.7
        case .on: 1
        case .every: 0.5
        }
    }
}
