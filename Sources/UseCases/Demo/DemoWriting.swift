import Domain
import Persistence

/// Writes what was made up for a town, in a few big transactions.
struct DemoWriting {
    let scope: TownTransaction
    let stage: DemoStage

    func write(_ helpers: [DemoHelper], chance: inout SeededChance) throws {
        let people = try People(scope)
        for helper in helpers {
            if helper.person.id != stage.staff.helper.id { try people.insert(helper.person) }
            try Helpers(scope).save(helper.availability)
            for consent in helper.consents { try Consents(scope).insert(consent) }
            if let meeting = helper.meeting { try trust(helper, meeting, &chance) }
            for offer in helper.offers {
                try DemoRecords(scope).insert(offer)
                try decision(on: offer, &chance)
            }
        }
    }

    func write(_ stories: [DemoStory], chance: inout SeededChance) throws {
        let (requests, people, records) = (try HelpRequests(scope), try People(scope), DemoRecords(scope))
        for story in stories {
            for person in story.newcomers { try people.insert(person) }
            try requests.insert(story.request, trackingHash: story.trackingHash, mayBePublic: story.category.mayBePublic)
            for consent in story.consents { try Consents(scope).insert(consent) }
            for wave in story.waves { try Waves(scope).insert(wave) }
            for question in story.questions { try records.insert(question.ask, tokenHash: question.tokenHash) }
            for match in story.matches { try Matches(scope).insert(match) }
            for message in story.messages { try records.insert(message) }
            for outcome in story.outcomes { try records.insert(outcome) }
            for call in story.calls { try records.insert(call.ringBack, result: call.result) }
            for entry in story.journal { try Journal(scope).append(entry, id: chance.id(at: entry.at)) }
            if let next = story.nextStep { try Ladder.schedule(story.request.id, at: next, in: scope) }
        }
    }

    private func trust(_ helper: DemoHelper, _ meeting: DemoHelper.Meeting, _ chance: inout SeededChance) throws {
        try DemoRecords(scope).grantTrust(
            helper.availability.tier, to: helper.person.id, id: chance.id(at: meeting.at), by: meeting.referent, at: meeting.at)
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
