import Domain
import Persistence

/// What becomes of one thing whose time is over, inside a transaction.
struct RetentionStep {
    let house: House
    let facts: TownFacts
    let subject: RetentionRule.Subject
    let now: Moment

    /// - Returns: people who were erased, for the ledger.
    func apply(to id: [UInt8], in scope: TownTransaction) throws -> [ID<Person>] {
        switch subject {
        case .unansweredRequests: try close(request: id, in: scope)
        case .unansweredOffers: try close(offer: id, in: scope)
        case .endedUnanswered, .fulfilledRequests:
            guard let id = ID<HelpRequest>(bytes: id) else { return [] }
            try RequestShell(id, scope).empty(now: now)
        case .inactiveAccounts, .peopleWithoutRequest: return try erase(id, in: scope)
        case .withdrawnOffers, .messages, .sentMails, .consentProofs, .answeredRights, .decidedReports, .noShows, .stoppedOrganisations,
            .endedActivations, .calls, .concerns, .duties:
            try RetentionRemoval(scope).delete(subject, id)
        }
        return []
    }

    /// Closed without a result: it counts among those that found no answer.
    private func close(request id: [UInt8], in scope: TownTransaction) throws {
        guard let id = ID<HelpRequest>(bytes: id), var request = try HelpRequests(scope).find(id), request.isLive else { return }
        try RequestClosing(house).end(&request, as: .closed, in: scope, now: now)
    }

    private func close(offer id: [UInt8], in scope: TownTransaction) throws {
        guard let id = ID<Offer>(bytes: id), var offer = try Offers(scope).find(id) else { return }
        offer.status = .withdrawn
        offer.updatedAt = now
        try Offers(scope).save(offer)
    }

    /// This row alone: what else somebody left has its own clock.
    private func erase(_ id: [UInt8], in scope: TownTransaction) throws -> [ID<Person>] {
        guard let id = ID<Person>(bytes: id), let person = try People(scope).find(id) else { return [] }
        return try ErasureStep(house: house, facts: facts, now: now, tells: false)
            .erase(person, as: [person], by: nil, purpose: "retention", in: scope)
    }
}
