import Domain

extension HouseLadder {
    /// From so many open requests on, those that are ready for a wave are planned together, as the house does.
    /// - Returns: those that were in the plan; empty where few are open.
    mutating func planTogether(in play: inout Play) -> Set<Int> {
        let settings = play.settings
        asking = asking.filter { play.errands[$0].isOpen && play.errands[$0].request.rung.asksHelpers }
        guard asking.count >= settings.plannedFrom else { return [] }
        let rates = AnswerRates(tallies)
        var parts: [(errand: Int, wave: JointWave, found: [HelperSearch.Found])] = []
        for errand in ready(in: play) {
            let found = result(errand, in: &play).found, urgency = play.errands[errand].request.urgency
            guard !found.isEmpty else { continue }
            let wave = JointWave(
                urgency, chance: rates.chance(play.category(of: errand).id), target: settings.target(urgency),
                most: settings.waveSize(urgency))
            parts.append((errand, wave, found))
        }
        let plan = JointPlan(parts.map { ($0.wave, $0.found) }, now: play.now)
        for (part, chosen) in zip(parts, plan.chosen) { wait(part.errand, for: chosen, in: &play) }
        return Set(parts.map(\.errand))
    }

    /// In time, and with nobody who may still answer the last wave; the most pressing first.
    private func ready(in play: Play) -> [Int] {
        let ready = asking.filter { errand in
            (play.errands[errand].request.rungDue ?? play.now) > play.now && openWave(of: errand, in: play) == nil
        }
        return ready.sorted { left, right in
            let (one, other) = (play.errands[left].request, play.errands[right].request)
            if one.urgency != other.urgency { return one.urgency > other.urgency }
            return (one.rungDue ?? play.now, left) < (other.rungDue ?? play.now, right)
        }
    }

    private mutating func wait(_ errand: Int, for chosen: [HelperSearch.Found], in play: inout Play) {
        let request = play.errands[errand].request
        let next = RungClock(play.settings, in: play.town.zone).nextWave(after: play.now, urgency: request.urgency)
        let due = min(next, request.rungDue ?? next)
        ask(chosen, for: errand, until: due, in: &play)
        play.wake(errand, at: due)
    }
}
