import Domain

extension DemoNarrator {
    /// Somebody said yes: by an ask, from the list of needs, by an offer, or found by the owner.
    mutating func meet(
        _ story: inout DemoStory, _ times: DemoTimes, _ cast: DemoCast, toReferent: Bool, _ part: Part, _ ending: DemoStory.Ending
    ) {
        guard let at = times.matched, let yes = yes(to: &story, at: at, toReferent: toReferent, part) else { return }
        if yes.origin == .ask, chance.isOneOf(10) { withdrawn(&story, before: at) }
        var match = Match(
            id: chance.id(at: at), request: story.request.id, helper: helpers[yes.index].person.id, offer: yes.offer, origin: yes.origin,
            insuranceVersion: stage.facts.town.settings.insuranceVersion, createdAt: at)
        if let ended = times.ended {
            match.status = .ended
            match.endedAt = ended
        }
        story.request.matchedAt = at
        story.matches.append(match)
        let helper = helpers[yes.index].person
        talk(&story, match, cast, helper, until: times.ended ?? stage.calendar.now, ending)
        if cast.asker.isMailed, chance.isOneOf(4) { share(&story, match, cast.asker, helper) }
    }

    private struct Yes {
        var index: Int
        var origin: Match.Origin
        var offer: ID<Offer>?
    }

    private mutating func yes(to story: inout DemoStory, at moment: Moment, toReferent: Bool, _ part: Part) -> Yes? {
        let open = story.questions.indices.filter {
            story.questions[$0].ask.answer == nil && story.questions[$0].ask.sentAt < moment - .minutes(2)
        }
        let known = open.first { story.questions[$0].ask.helper == helpers[0].person.id }
        if !toReferent, part.isHelped ? known != nil : chance.share() < 0.7, let question = part.isHelped ? known : chance.pick(open),
            let index = helpers.firstIndex(where: { $0.person.id == story.questions[question].ask.helper })
        {
            story.questions[question].ask.answer = .yes
            story.questions[question].ask.answeredAt = moment
            return Yes(index: index, origin: .ask)
        }
        let others = eligible(for: story, at: moment)
        if !toReferent, chance.isOneOf(2), let yes = byOffer(others, story.request) { return yes }
        let index = others.first ?? pool[story.request.category]?.first { helpers[$0].person.id != story.request.asker }
        return index.map { Yes(index: $0, origin: toReferent || !story.category.mayBePublic ? .referent : .need) }
    }

    private func byOffer(_ others: [Int], _ request: HelpRequest) -> Yes? {
        for index in others {
            let offer = helpers[index].offers.first {
                $0.category == request.category && $0.status == .active && $0.createdAt < request.createdAt
            }
            if let offer { return Yes(index: index, origin: .offer, offer: offer.id) }
        }
        return nil
    }

    /// Another helper had said yes first and could not come after all.
    private mutating func withdrawn(_ story: inout DemoStory, before moment: Moment) {
        let early = story.questions.indices.first {
            story.questions[$0].ask.answer == nil && story.questions[$0].ask.sentAt < moment - .minutes(90)
        }
        guard let early else { return }
        let ask = story.questions[early].ask
        let at = stage.calendar.after(ask.sentAt, .minutes(3), .minutes(30), &chance)
        story.questions[early].ask.answer = .yes
        story.questions[early].ask.answeredAt = at
        var match = Match(
            id: chance.id(at: at), request: ask.request, helper: ask.helper, origin: .ask,
            insuranceVersion: stage.facts.town.settings.insuranceVersion, createdAt: at)
        match.status = .withdrawn
        match.endedAt = stage.calendar.after(at, .minutes(10), .minutes(50), &chance)
        story.matches.append(match)
    }

    /// Both agreed to show their telephone or e-mail.
    private mutating func share(_ story: inout DemoStory, _ match: Match, _ asker: Person, _ helper: Person) {
        let at = match.createdAt + .minutes(chance.number(4...9))
        guard at < stage.calendar.now else { return }
        for person in [asker, helper] {
            story.consents.append(
                Consent(
                    id: chance.id(at: at), person: person.id, purpose: person.phone == nil ? .shareEmail : .sharePhone,
                    subject: match.id.bytes, textVersion: "", channel: .web, givenAt: at))
            story.journal.append(
                JournalEntry(at: at, actor: helper.id, action: .revealed, subjectKind: "people", subject: person.id.bytes, purpose: "relay")
            )
        }
    }
}
