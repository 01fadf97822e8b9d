import Domain
import Geography
import Secrets

extension DemoNarrator {
    /// The waves that went out, and what those who were asked said.
    mutating func ask(_ story: inout DemoStory, _ times: DemoTimes, _ ending: DemoStory.Ending, _ part: Part) {
        let calendar = stage.calendar
        let stop = min(times.climb, times.matched ?? times.ended ?? calendar.now)
        let (sent, next) = calendar.waves(from: times.start, until: stop, urgency: story.request.urgency)
        for at in sent {
            let eligible = eligible(for: story, at: at)
            var chosen = Array(eligible.prefix(6))
            if part.isHelped, story.waves.isEmpty, !chosen.contains(0) { chosen = [0] + chosen.dropLast() }
            guard !chosen.isEmpty else { continue }
            let due = min(calendar.clock.nextWave(after: at, urgency: story.request.urgency), times.climb)
            let wave = Wave(
                id: chance.id(at: at), request: story.request.id, number: story.waves.count + 1, asked: chosen.count,
                eligible: max(eligible.count, chosen.count), startedAt: at, dueAt: due)
            story.waves.append(wave)
            for index in chosen { question(index, wave, &story, until: stop, isLeftOpen: part.isHelped && index == 0) }
        }
        guard ending == .asking else { return }
        // Nothing falls due while somebody is just looking round.
        story.nextStep = max(min(next, times.climb), calendar.now + .minutes(20))
    }

    private mutating func question(_ index: Int, _ wave: Wave, _ story: inout DemoStory, until stop: Moment, isLeftOpen: Bool) {
        var ask = Ask(
            id: chance.id(at: wave.startedAt), request: story.request.id, wave: wave.id, helper: helpers[index].person.id,
            sentAt: wave.startedAt, dueAt: story.request.rungDue ?? wave.dueAt)
        let share = chance.share()
        let answeredAt = stage.calendar.after(ask.sentAt, .minutes(2), .hours(3), &chance)
        if !isLeftOpen, share < 0.2, answeredAt < stop {
            ask.answer = share < 0.15 ? .no : .later
            ask.answeredAt = answeredAt
            let rest = answeredAt + .days(14)
            if ask.answer == .later, rest > stage.calendar.now { helpers[index].availability.pausedUntil = rest }
        }
        helpers[index].asked.append(ask.sentAt)
        helpers[index].availability.lastAskedAt = max(helpers[index].availability.lastAskedAt ?? ask.sentAt, ask.sentAt)
        story.questions.append(.init(ask: ask, tokenHash: chance.token().hash))
    }

    /// Helpers who might be asked, neighbours first; an order of chance among equals.
    mutating func eligible(for story: DemoStory, at moment: Moment) -> [Int] {
        let request = story.request
        let asked = Set(story.questions.map(\.ask.helper))
        let willing = (pool[request.category] ?? []).filter { index in
            let helper = helpers[index]
            let availability = helper.availability
            return availability.isActive && availability.pausedUntil == nil && availability.joinedAt < moment
                && !asked.contains(helper.person.id) && ![request.asker, request.beneficiary, request.owner].contains(helper.person.id)
                && Eligibility.mayHelp(availability, story.category) == nil && helper.mayBeAsked(at: moment)
        }.shuffled(using: &chance)
        guard story.category.mode == .inPerson, request.neighbourhood != nil else { return willing }
        let near = willing.filter { helpers[$0].availability.neighbourhood == request.neighbourhood }
        let reach = near.count < 12 ? willing.filter { isWithinReach($0, of: request.neighbourhood) } : []
        return near + reach
    }

    private func isWithinReach(_ index: Int, of place: ID<Neighbourhood>?) -> Bool {
        let helper = helpers[index].availability
        guard helper.neighbourhood != place, let from = stage.facts.neighbourhood(helper.neighbourhood)?.anchor,
            let to = stage.facts.neighbourhood(place)?.anchor
        else { return false }
        return from.distance(to: to) <= Double(helper.radius)
    }
}
