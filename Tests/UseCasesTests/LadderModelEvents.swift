import Domain

@testable import UseCases

extension LadderSearch {
    /// All that may happen next.
    func events(in state: LadderState, _ luck: LadderPlan.Luck) -> [LadderEvent] {
        var events: [LadderEvent] = []
        for step in state.ready {
            guard let request = number(step.request) else { continue }
            events.append(.step(request))
            if luck.deaths > 0 { events.append(.death(request)) }
        }
        if state.nextMoment != nil { events.append(.wait) }
        if luck.backs > 0 { events.append(.back) }
        if luck.calls > 0 { events.append(.call) }
        if !state.overdue.isEmpty { events.append(.sweep) }
        for request in state.requests {
            guard let number = number(request.id), request.status == .open || request.status == .matched else { continue }
            if luck.cancels > 0 { events.append(.cancel(number)) }
            if request.status == .matched { events.append(.withdrawal(number)) }
            if luck.losses > 0, state.steps.contains(where: { $0.request == request.id }) { events.append(.loss(number)) }
        }
        return events + replies(in: state) + answers(in: state)
    }

    private func replies(in state: LadderState) -> [LadderEvent] {
        state.asks.flatMap { ask -> [LadderEvent] in
            guard let request = number(ask.request), let helper = town.helpers.firstIndex(where: { $0.id == ask.helper }),
                state.open.contains(where: { $0.id == ask.request })
            else { return [] }
            let replies = ask.answer == nil ? town.plan.replies : [.no, .later, .never].contains(ask.answer) ? [.yes] : []
            return replies.map { .reply(request, helper: helper, $0) }
        }
    }

    private func answers(in state: LadderState) -> [LadderEvent] {
        state.calls.flatMap { call -> [LadderEvent] in
            guard let request = number(call.request),
                let organisation = town.organisations.firstIndex(where: { $0.id == call.organisation }),
                state.open.contains(where: { $0.id == call.request })
            else { return [] }
            let answers: [OrganisationAnswering.Reply] =
                switch call.answer {
                case nil: [.accept, .decline]
                case .silent, .declined: [.accept]
                default: []
                }
            return answers.map { .answer(request, organisation: organisation, $0) }
        }
    }

    private func number(_ request: ID<HelpRequest>?) -> Int? { town.requests.firstIndex { $0 == request } }
}

extension LadderPlan.Luck {
    var text: String { "\n\(deaths) \(losses) \(backs) \(calls) \(cancels)" }

    /// What is left of it after an event.
    func less(_ event: LadderEvent) -> Self {
        var left = self
        switch event {
        case .death: left.deaths -= 1
        case .loss: left.losses -= 1
        case .back: left.backs -= 1
        case .call: left.calls -= 1
        case .cancel: left.cancels -= 1
        default: break
        }
        return left
    }
}
