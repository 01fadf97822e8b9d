import Database
import Domain
import JobQueue
import Persistence

/// Writes what was made up for a town, by the repositories that everybody uses.
struct DemoWriting {
    let scope: TownTransaction
    let stage: DemoStage
    let words: ConsentWords

    func write(_ helpers: [DemoHelper], chance: inout SeededChance) throws {
        let (people, offers) = (try People(scope), try Offers(scope))
        for helper in helpers {
            if helper.person.id != stage.staff.helper.id { try people.insert(helper.person) }
            try Helpers(scope).save(helper.availability)
            for consent in helper.consents { try write(consent) }
            if let meeting = helper.meeting { try trust(helper, meeting, &chance) }
            for offer in helper.offers {
                try offers.insert(offer)
                try decision(on: offer, &chance)
            }
        }
    }

    func write(_ stories: [DemoStory], chance: inout SeededChance) throws {
        let (requests, people) = (try HelpRequests(scope), try People(scope))
        for story in stories {
            for person in story.newcomers { try people.insert(person) }
            try requests.insert(story.request, trackingHash: story.trackingHash, mayBePublic: story.category.mayBePublic)
            for consent in story.consents { try write(consent) }
            for wave in story.waves { try Waves(scope).insert(wave) }
            for question in story.questions { try write(question) }
            try write(meetingsOf: story)
            for call in story.calls {
                try RingBacks(scope).insert(call)
                try RingBacks(scope).save(call)
            }
            for entry in story.journal { try Journal(scope).append(entry, id: chance.id(at: entry.at)) }
            if let next = story.nextStep { try Ladder.schedule(story.request.id, at: next, in: scope) }
        }
    }

    /// With the words as they are shown or said.
    private func write(_ consent: Consent) throws {
        let isRead = consent.channel == .web
        let saying: ConsentWords.Saying =
            switch consent.purpose {
            case .notice: isRead ? .readNotice : .callNotice
            case .sharePhone: isRead ? .showPhone : .givePhone
            case .shareEmail: .showEmail
            case .charter: .charter
            }
        let text = words.text(saying)
        try ConsentTexts(scope).keep(text, now: consent.givenAt)
        var consent = consent
        consent.textVersion = text.version
        try Consents(scope).insert(consent)
    }

    private func write(_ question: DemoStory.Question) throws {
        try Asks(scope).insert(question.ask, tokenHash: question.tokenHash)
        guard let answer = question.ask.answer, let at = question.ask.answeredAt else { return }
        try Asks(scope).answer(question.ask.id, answer, now: at)
    }

    private func write(meetingsOf story: DemoStory) throws {
        let (messages, outcomes) = (try Messages(scope), Outcomes(scope))
        for match in story.matches {
            try Matches(scope).insert(match)
            if match.status == .active { try askLater(match, story.request) }
        }
        for message in story.messages { _ = try messages.insert(message) }
        for outcome in story.outcomes { _ = try outcomes.insert(outcome) }
        try write(raritiesOf: story)
    }

    private func write(raritiesOf story: DemoStory) throws {
        for proposal in story.proposals { try TimeProposals(scope).insert(proposal) }
        if let alarm = story.alarm { try Alarms(scope).raise(alarm) }
        guard let noShow = story.noShow else { return }
        var reported = noShow
        reported.state = .reported
        _ = try NoShows(scope).insert(reported)
        try NoShows(scope).save(noShow)
    }

    /// Asking how it went lies ahead; or it was asked, and the owner's turn lies ahead.
    private func askLater(_ match: Match, _ request: HelpRequest) throws {
        if case .every = request.wanted { return }
        let due = Match.feedbackDue(matchedAt: match.createdAt, wanted: request.wanted)
        if due > stage.calendar.now + .minutes(20) {
            try OutcomeQuestion.schedule(for: match, of: request, town: stage.facts.town, in: scope)
        } else {
            try OutcomeQuestion.enqueue(OutcomeQuestion.ownerJob, match.id, due: due + Match.feedbackAfter, in: scope)
        }
    }

    private func trust(_ helper: DemoHelper, _ meeting: DemoHelper.Meeting, _ chance: inout SeededChance) throws {
        try TrustGrants(scope).insert(
            TrustGrant(
                id: chance.id(at: meeting.at), person: helper.person.id, tier: helper.availability.tier,
                metOn: LocalTime(meeting.at, in: stage.calendar.zone).midnight, grantedBy: meeting.referent, grantedAt: meeting.at))
        let entry = JournalEntry(
            at: meeting.at, actor: meeting.referent, action: .granted, subjectKind: "people", subject: helper.person.id.bytes,
            purpose: "trust")
        try Journal(scope).append(entry, id: chance.id(at: meeting.at))
    }

    /// What the moderator said of an offer's text.
    private func decision(on offer: Offer, _ chance: inout SeededChance) throws {
        guard offer.details != nil, offer.review != .unread else { return }
        let at = min(offer.createdAt + .minutes(chance.number(20...900)), stage.calendar.now - .minutes(1))
        let entry = JournalEntry(
            at: at, actor: stage.staff.moderator.id, action: .decided, subjectKind: "offers", subject: offer.id.bytes,
            purpose: offer.review == .approved ? "published" : "refused_paid")
        try Journal(scope).append(entry, id: chance.id(at: at))
    }
}
