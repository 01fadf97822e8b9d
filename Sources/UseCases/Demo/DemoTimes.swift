import Domain

/// The moments of one request, each after the other and none in the future.
struct DemoTimes: Sendable {
    /// When the ladder began: when it was asked, or when the beneficiary agreed.
    var start: Moment
    var created: Moment
    /// The owner's turn.
    var climb: Moment
    var matched: Moment?
    var ended: Moment?

    /// - Parameters:
    ///   - toReferent: whoever says yes was found by the owner.
    ///   - forOther: the beneficiary had to agree first.
    static func make(
        _ ending: DemoStory.Ending, urgency: Urgency, toReferent: Bool, forOther: Bool, withMatch: Bool, calendar: DemoCalendar,
        _ chance: inout SeededChance
    ) -> DemoTimes {
        var times = DemoTimes(start: calendar.now, created: calendar.now, climb: calendar.now)
        switch ending {
        case .awaiting: times.start = calendar.after(calendar.now, .hours(-40), .minutes(-20), &chance)
        case .asking: times.start = asking(urgency, calendar, &chance)
        case .atReferent: times.start = before(calendar.now, climbing: urgency, .days(2), calendar, &chance)
        case .unmet:
            let ended = recent(calendar, &chance)
            times.ended = ended
            times.start = before(ended, climbing: urgency, .hours(20), calendar, &chance)
        case .matched, .helped, .partly, .notHelped, .cancelled:
            times.settle(ending, urgency, toReferent: toReferent, withMatch: withMatch, calendar, &chance)
        }
        times.climb = calendar.clock.helpersUntil(from: times.start, urgency: urgency)
        times.created = forOther && ending != .awaiting ? calendar.after(times.start, .hours(-5), .minutes(-20), &chance) : times.start
        return times
    }

    private mutating func settle(
        _ ending: DemoStory.Ending, _ urgency: Urgency, toReferent: Bool, withMatch: Bool, _ calendar: DemoCalendar,
        _ chance: inout SeededChance
    ) {
        if ending == .matched {
            matched = calendar.after(calendar.now, .hours(-84), .minutes(-15), &chance)
        } else {
            let last = Self.recent(calendar, &chance)
            ended = last
            matched = withMatch ? calendar.after(last, .hours(-44), .hours(-1), &chance) : nil
        }
        let yes = matched ?? ended ?? calendar.now
        start =
            toReferent
            ? Self.before(yes, climbing: urgency, .hours(5), calendar, &chance)
            : calendar.after(yes, .zero - calendar.helperTime(urgency), .minutes(-8), &chance)
        // Nobody is asked by night: the first wave must have gone out before the yes.
        while calendar.clock.waking(atOrAfter: start) >= yes { start = start - .hours(1) }
    }

    /// Most ends lie in the last ten days.
    private static func recent(_ calendar: DemoCalendar, _ chance: inout SeededChance) -> Moment {
        calendar.waking(1 - 0.76 * chance.share() * chance.share().squareRoot(), &chance)
    }

    /// A start whose helpers' time was up a while before `moment`.
    private static func before(
        _ moment: Moment, climbing urgency: Urgency, _ span: Duration, _ calendar: DemoCalendar, _ chance: inout SeededChance
    ) -> Moment {
        let limit = calendar.after(moment, .zero - span, .minutes(-20), &chance)
        var start = limit - calendar.helperTime(urgency)
        while calendar.clock.helpersUntil(from: start, urgency: urgency) > limit { start = start - .hours(1) }
        return start
    }

    /// A start whose helpers' time still runs for a while.
    private static func asking(_ urgency: Urgency, _ calendar: DemoCalendar, _ chance: inout SeededChance) -> Moment {
        for _ in 0..<20 {
            let start = calendar.after(calendar.now, .zero - calendar.helperTime(urgency), .minutes(-2), &chance)
            if calendar.clock.helpersUntil(from: start, urgency: urgency) > calendar.now + .minutes(30) { return start }
        }
        return calendar.now - .minutes(2)
    }
}
