import Domain
import Persistence

/// Helpers whose availability sleeps, and recurring help with its days and a second person who is known.
struct DemoReserve {
    let scope: TownTransaction
    let stage: DemoStage

    /// Of those who had no part in any story, one in so many sleeps.
    private static let sleeping = 40

    func write(_ helpers: [DemoHelper], _ stories: [DemoStory]) throws {
        let busy = Set(stories.flatMap { $0.matches.map(\.helper) + $0.questions.map(\.ask.helper) })
        let idle = helpers.dropFirst().filter { $0.availability.isActive && !busy.contains($0.person.id) }
        for (number, one) in idle.enumerated() where number % Self.sleeping == 0 {
            var helper = one.availability
            helper.asleepSince = stage.calendar.now - .days(1)
            try Helpers(scope).save(helper)
            try Offers(scope).reserve(of: helper.person)
        }
        for story in stories { try pair(story, helpers) }
    }

    private func pair(_ story: DemoStory, _ helpers: [DemoHelper]) throws {
        guard case .every = story.request.wanted, let match = story.matches.first(where: { $0.status == .active }) else { return }
        let zone = stage.calendar.zone
        try StandingPairs(scope).begin(story.request.id, now: match.createdAt)
        try StandingPairs(scope).agree(on: CivilDay(match.createdAt + .days(2), in: zone), for: story.request.id)
        let second = helpers.first { one in
            one.person.id != match.helper && one.person.id != story.request.asker
                && one.availability.categories.contains(story.category.id)
                && Eligibility.mayHelp(one.availability, story.category) == nil
        }
        guard let second else { return }
        var known = StandingSecond(request: story.request.id, person: second.person.id, proposedAt: match.createdAt)
        (known.askerAgreedAt, known.helperAgreedAt) = (match.createdAt + .minutes(40), match.createdAt + .minutes(90))
        try StandingSeconds(scope).save(known)
    }
}
