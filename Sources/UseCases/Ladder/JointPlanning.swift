import Domain
import Persistence

/// The waves of all requests that are due for one, planned together: exactly the cheapest way to share out the helpers.
///
/// A helper is asked once in a plan at most; the next plan, when answers came or a wave's time is up, counts what is left of their week.
struct JointPlanning {
    let step: LadderStep

    private var scope: TownTransaction { step.scope }
    private var now: Moment { step.now }

    private struct Part {
        let asking: WaveAsking
        let result: HelperSearch.Result
        let wave: JointWave
    }

    /// Asks for each of them whom the plan gives it, and sets their clocks. Who gets nobody now, because others need them more, waits for
    /// the next plan: it does not plan again by itself.
    /// - Returns: those that were in the plan.
    func run() throws -> Set<ID<HelpRequest>> {
        let parts = try parts()
        let plan = JointPlan(parts.map { ($0.wave, $0.result.found) }, now: now)
        for (part, found) in zip(parts, plan.chosen) {
            if !found.isEmpty { try part.asking.ask(found, of: part.result, plannedWith: parts.count - 1) }
            try step.waitForAnswers(part.asking)
        }
        return Set(parts.map(\.asking.request.id))
    }

    private func parts() throws -> [Part] {
        let rates = try AnswerTallies(scope).rates()
        let ready = try withoutChosen(rates)
        // Read after those who were chosen have been asked: their weeks count.
        let pools = HelperPools(scope, now: now)
        return try ready.compactMap { asking in
            let urgency = asking.request.urgency
            let wave = JointWave(
                urgency, chance: rates.chance(asking.category.id), target: step.settings.target(urgency),
                most: step.settings.waveSize(urgency))
            let result = try asking.result(from: pools)
            return result.found.isEmpty ? nil : Part(asking: asking, result: result, wave: wave)
        }
    }

    /// Where somebody was chosen by name, such as the second person of a standing pair, they are asked before all others, here as alone.
    private func withoutChosen(_ rates: AnswerRates) throws -> [WaveAsking] {
        try HelpRequests(scope).readyForWave(at: now).compactMap { request in
            guard let category = try Categories(scope).find(request.category) else { return nil }
            let asking = WaveAsking(step: step, request: request, category: category, rates: rates)
            guard try asking.askChosenHelper() else { return asking }
            try step.waitForAnswers(asking)
            return nil
        }
    }
}
