import Domain
import Persistence

extension Referents {
    /// What the person for whom somebody else asked said (G-06): a yes opens the request and starts its ladder, a no closes it kindly,
    /// nobody at home counts as an attempt. Harmless once the answer is known.
    public func record(
        _ form: AgreementForm, for id: ID<HelpRequest>, by actor: Actor, language: String? = nil, in facts: TownFacts
    ) async throws {
        let now = house.world.now()
        let town = facts.town
        try await house.write(town, listings: true) { scope in
            var request = try guided(id, by: actor, in: scope)
            guard request.status == .awaitingAgreement, let hearer = actor.person else { return }
            let beneficiary = try People(scope).find(request.beneficiary)
            let hasPhone = beneficiary?.phone != nil
            let heard = try form.read(since: request.createdAt, now: now, zone: town.timeZone, hasPhone: hasPhone)
            switch heard {
            case .yes(let channel, let at, let sharesPhone):
                request.agreement = HelpRequest.Agreement(at: at, channel: channel, heardBy: hearer)
                let proof = ConsentProof(house: house, town: town, language: language ?? beneficiary?.language ?? "fr")
                try consents(request, channel, at, sharesPhone, by: hearer, proof, in: scope)
                try RingBacks(scope).settle(about: id, by: hearer, now: now)
                try Ladder(house).restart(&request, town: town, in: scope, now: now)
                try RequestNews(house: house, town: town, request: request).agreed(in: scope, now: now)
            case .no:
                try end(&request, .declined, by: actor, tells: true, town: town, in: scope, now: now)
            case .unreachable:
                try missed(request, by: hearer, town: town, in: scope, now: now)
            }
        }
    }

    /// The proofs: the notice was given, and whether the number may be passed on.
    private func consents(
        _ request: HelpRequest, _ channel: HelpRequest.Agreement.Channel, _ at: Moment, _ sharesPhone: Bool, by hearer: ID<Person>,
        _ proof: ConsentProof, in scope: TownTransaction
    ) throws {
        let way: Consent.Channel =
            switch channel {
            case .phone: .phone
            case .letter: .paper
            case .inPerson: .inPerson
            }
        for saying in sharesPhone ? [ConsentWords.Saying.agreementNotice, .givePhone] : [.agreementNotice] {
            try proof.give(
                saying, by: request.beneficiary, .init(subject: request.id.bytes, channel: way, collectedBy: hearer, at: at), in: scope)
        }
    }

    private func missed(_ request: HelpRequest, by hearer: ID<Person>, town: Town, in scope: TownTransaction, now: Moment) throws {
        let ringBacks = RingBacks(scope)
        let open = try ringBacks.about(request.id).first { $0.reason == .agreement && $0.doneAt == nil }
        var ringBack =
            open
            ?? RingBack(
                id: house.world.id(), request: request.id, person: request.beneficiary, neighbourhood: request.neighbourhood,
                reason: .agreement, createdAt: now, dueAt: now)
        if open == nil { try ringBacks.insert(ringBack) }
        ringBack.note(.noAnswer, by: hearer, now: now, clock: clock(town))
        try ringBacks.save(ringBack)
    }
}
