import Domain
import Persistence

/// The end of a request: an outcome from either side, or a cancellation. Both end the match and leave nobody asked for nothing.
public struct RequestClosing: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// The asker says how it went, matched or not. Saying it again changes nothing.
    public func record(_ form: OutcomeForm, through door: TrackingDoor, in facts: TownFacts) async throws {
        let said = try form.read()
        let words = try said.reason == .nobodyCame ? NoShowHearing.read(form.fields["words"]) : nil
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            var request = try door.request(in: scope, now: now)
            guard request.status != .awaitingAgreement else { throw Refusal.notFound }
            guard request.status != .cancelled else { return }
            let match = try Matches(scope).latest(for: request.id)
            let isNew = try record(
                Outcome(
                    request: request.id, match: match?.status == .withdrawn ? nil : match?.id, side: .asker, result: said.result,
                    reason: said.reason, recordedBy: door.person(of: request), recordedAt: now), of: &request, in: scope)
            guard isNew else { return }
            if said.reason == .nobodyCame, let match, match.isPersonal, match.status != .withdrawn {
                try NoShowHearing(house).report(match, words, in: scope, now: now)
            }
            try door.note(.saidOutcome, on: request, in: scope, of: house)
        }
    }

    /// The helper of a match says how it went; to anybody else the match does not exist.
    public func record(_ form: OutcomeForm, as actor: Actor, of id: ID<Match>, in facts: TownFacts) async throws {
        let said = try form.read()
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            guard let match = try Matches(scope).find(id), match.helper == actor.person,
                var request = try HelpRequests(scope).find(match.request)
            else { throw Refusal.notFound }
            guard match.status != .withdrawn, request.status == .matched || request.status == .closed else { return }
            try record(
                Outcome(
                    request: request.id, match: id, side: .helper, result: said.result, reason: said.reason, recordedBy: match.helper,
                    recordedAt: now), of: &request, in: scope)
        }
    }

    /// Writes down one side's outcome; the first closes the request and its match. Call it inside the town's ordered write, on a request
    /// read in that same transaction, and raise the listings. Answers whether this side had said nothing yet.
    @discardableResult
    func record(_ outcome: Outcome, of request: inout HelpRequest, in scope: TownTransaction) throws -> Bool {
        guard try Outcomes(scope).insert(outcome) else { return false }
        guard request.isLive else { return true }
        request.outcome = outcome.result
        try end(&request, as: .closed, in: scope, now: outcome.recordedAt)
        return true
    }

    /// Ends a live request and its match, and takes back what was still to be asked or told. Answers the match that ended.
    @discardableResult
    func end(
        _ request: inout HelpRequest, as status: HelpRequest.Status, in scope: TownTransaction, now: Moment
    ) throws -> Match? {
        request.status = status
        request.closedAt = now
        request.rungDue = nil
        try HelpRequests(scope).save(request, mayBePublic: false)
        for ask in try Asks(scope).open(for: request.id) { try Asks(scope).answer(ask.id, .tooLate, now: now) }
        try releaseOrganisations(of: request, as: status, in: scope, now: now)
        try TimeProposalNews.settle(about: request, in: scope, now: now)
        try Alarms(scope).end(about: request.id, by: nil, now: now)
        for id in try StandingOccasions(scope).openReplacements(of: request.id) {
            if var one = try HelpRequests(scope).find(id) { try end(&one, as: .cancelled, in: scope, now: now) }
        }
        let active = try Matches(scope).active(for: request.id)
        for person in Set([request.asker, request.beneficiary, active?.helper].compactMap(\.self)) {
            for reason in RingBack.Reason.allCases { _ = try RingBacks(scope).cancel(reason, of: person, about: request.id) }
        }
        guard var match = active else { return nil }
        match.status = .ended
        match.endedAt = now
        try Matches(scope).save(match)
        try OutcomeQuestion.cancel(for: match.id, in: scope)
        return match
    }
}
