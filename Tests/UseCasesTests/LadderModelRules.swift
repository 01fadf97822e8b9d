import Database
import Domain
import Foundation
import Persistence
import TestSupport
import UseCases

/// What must hold in each state, and from each to the next, said once more without the rules' own code.
struct LadderRules {
    let town: LadderTown

    private static let way: [Rung] = [.helpers, .wider, .referent, .association, .reserve, .agent, .duty]

    /// What is wrong with a state; empty when nothing is.
    func broken(_ state: LadderState, mayHaveLost: Bool) async throws -> [String] {
        var found = try await brokenRows(state.now)
        for request in state.requests {
            let steps = state.steps.count { $0.request == request.id }
            let active = state.matches.count { $0.request == request.id && $0.isActive }
            if steps > 1 { found.append("two steps ahead") }
            if active > 1 || (request.status == .matched) != (active == 1) { found.append("a match too many or too few") }
            if Set(request.climbed).count < request.climbed.count { found.append("a rung twice") }
            guard request.status == .open else { continue }
            if request.due == nil || request.promise == nil { found.append("no clock") }
            if steps == 0 && !mayHaveLost { found.append("no step ahead") }
            if request.climbed.contains(request.rung) { found.append("a rung twice") }
        }
        let zone = town.test.town.town.timeZone
        for sent in state.asks.map(\.sentAt) + state.calls.map(\.sentAt) where !(8..<21).contains(LocalTime(sent, in: zone).hour) {
            found.append("asked by night")
        }
        return found
    }

    /// What the database itself can say: an owner for each, budgets, one mail for each ask.
    private func brokenRows(_ now: Moment) async throws -> [String] {
        let week = Duration.days(7).inMilliseconds
        return try await town.test.house.read(town.test.town.town) { scope in
            try scope.sql.values(
                """
                SELECT 'no owner' FROM help_requests r WHERE r.town_id = \(scope.town) AND r.status = 'open' AND NOT EXISTS
                  (SELECT 1 FROM roles g WHERE g.town_id = r.town_id AND g.person_id = r.owner_id)
                UNION ALL SELECT 'a budget is passed' FROM asks a
                  JOIN helpers h ON h.town_id = a.town_id AND h.person_id = a.helper_id
                  WHERE a.town_id = \(scope.town) AND h.weekly_asks < (SELECT count(*) FROM asks b
                    WHERE b.town_id = a.town_id AND b.helper_id = a.helper_id AND b.sent_at <= a.sent_at AND b.sent_at > a.sent_at - \(week))
                UNION ALL SELECT 'asked twice' FROM asks WHERE town_id = \(scope.town)
                  GROUP BY request_id, helper_id HAVING count(*) > 1
                UNION ALL SELECT 'a step fails' FROM jobs WHERE kind = 'ladder.step' AND last_error IS NOT NULL
                UNION ALL SELECT 'not one mail for each ask' WHERE
                  (SELECT count(*) FROM asks) <> (SELECT count(*) FROM outbound_mails WHERE kind = 'ask')
                UNION ALL SELECT 'not one mail for each call' WHERE
                  (SELECT count(*) FROM organisation_asks) <> (SELECT count(*) FROM outbound_mails WHERE kind = 'organisation_ask')
                """)
        }
    }

    /// What is wrong with the way from one state to the next.
    func broken(_ before: LadderState, _ event: LadderEvent, _ after: LadderState) -> [String] {
        var found: [String] = []
        if case .death = event, !town.plan.deathsAreFree, before.body != after.body { found.append("a dead worker changed something") }
        for (old, new) in zip(before.requests, after.requests) where old.status == .open && new.status == .open {
            if (old.rung, old.climbed) == (new.rung, new.climbed) { continue }
            guard isClimbing(event) else {
                found.append("climbed without a step")
                continue
            }
            if new.rung != next(after: old, in: before) { found.append("a staffed rung is skipped, or an empty one used") }
            if new.climbed != old.climbed + (old.rung == .duty ? [] : [old.rung]) { found.append("the way behind is rewritten") }
            if new.promise != old.promise { found.append("the promise moved") }
        }
        return found
    }

    private func isClimbing(_ event: LadderEvent) -> Bool {
        switch event {
        case .step, .sweep: true
        default: false
        }
    }

    /// The first rung not used yet where somebody is there to be asked; the town's administrator at last.
    private func next(after request: LadderState.Request, in state: LadderState) -> Rung {
        Self.way.first { rung in
            guard !request.climbed.contains(rung), rung != request.rung else { return false }
            guard rung.asksOrganisations else { return true }
            let asked = state.calls.filter { $0.request == request.id }.map(\.organisation)
            return town.organisations.contains { $0.kind.rung == rung && !asked.contains($0.id) }
                && (rung != .reserve || state.isReserveOpen)
        } ?? .duty
    }
}
