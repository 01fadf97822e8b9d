import Domain

/// What happens seldom, and what a demo must show all the same: an answer of each kind, another time that is proposed, a helper who withdraws
/// just before the appointment, one who did not come and of whom both sides were heard.
struct DemoRarities {
    let stage: DemoStage
    var chance: SeededChance

    /// Each once in a town, where the referent whose account is known sees it, as far as there is a story for it.
    mutating func add(to stories: inout [DemoStory], _ helpers: inout [DemoHelper]) {
        proposeTime(in: &stories)
        withdraw(in: &stories)
        declineForGood(in: &stories, &helpers)
        missAppointment(in: &stories)
    }

    /// The resident whose account is known finds it on their page.
    private mutating func proposeTime(in stories: inout [DemoStory]) {
        let waiting = candidates(in: stories) { $0.request.rung.asksHelpers && isOnline($0) }
        let own = waiting.first { stories[$0].request.asker == stage.staff.resident.id }
        guard let story = own ?? waiting.first, let question = unanswered(in: stories[story]).last else { return }
        let at = answer(.otherTime, question, &stories[story])
        let today = LocalTime(stage.calendar.now, in: stage.calendar.zone)
        let times = TimeProposalForm.Times(
            first: today.at(hour: 10, daysLater: 2, in: stage.calendar.zone),
            second: today.at(hour: 15, daysLater: 3, in: stage.calendar.zone))
        let ask = stories[story].questions[question].ask
        stories[story].proposals.append(
            TimeProposal(id: chance.id(at: at), request: ask.request, helper: ask.helper, times: times, proposedAt: at))
    }

    /// Somebody said yes, agreed on an hour of today, and could not come after all: everybody else had stopped waiting.
    private mutating func withdraw(in stories: inout [DemoStory]) {
        let waiting = candidates(in: stories) { $0.matches.isEmpty }
        let others = waiting.filter { stories[$0].proposals.isEmpty }
        guard let story = others.first(where: { isOnline(stories[$0]) }) ?? others.first ?? waiting.first,
            let question = unanswered(in: stories[story]).first
        else { return }
        let at = answer(.yes, question, &stories[story])
        let ask = stories[story].questions[question].ask
        var match = Match(
            id: chance.id(at: at), request: ask.request, helper: ask.helper, origin: .ask,
            insuranceVersion: stage.facts.town.settings.insuranceVersion, createdAt: at)
        let withdrawn = at + half(stage.calendar.now - at)
        (match.status, match.endedAt, match.appointmentAt) = (.withdrawn, withdrawn, stage.calendar.now + .hours(5))
        stories[story].matches.append(match)
        stories[story].alarm = Alarm(match: match.id, request: ask.request, raisedAt: withdrawn)
        if !isOnline(stories[story]) { stories[story].calls.append(call(stories[story].request, at: withdrawn)) }
        for other in unanswered(in: stories[story]) where stories[story].questions[other].ask.sentAt < at {
            stories[story].questions[other].ask.note(.tooLate, at: at)
        }
    }

    private mutating func call(_ request: HelpRequest, at moment: Moment) -> RingBack {
        RingBack(
            id: chance.id(at: moment), request: request.id, person: request.asker, neighbourhood: request.neighbourhood, reason: .withdrawn,
            createdAt: moment, dueAt: stage.calendar.clock.waking(atOrAfter: stage.calendar.now + .hours(1)))
    }

    /// « Ne plus me demander ce type d’aide »: somebody who said no, and has nothing to do with it any more.
    private func declineForGood(in stories: inout [DemoStory], _ helpers: inout [DemoHelper]) {
        for story in stories.indices {
            for question in stories[story].questions.indices where stories[story].questions[question].ask.answer == .no {
                let (ask, category) = (stories[story].questions[question].ask, stories[story].category.id)
                guard let at = ask.answeredAt, ask.helper != stage.staff.helper.id, !stories.involve(ask.helper, in: category, after: at),
                    let helper = helpers.firstIndex(where: { $0.person.id == ask.helper })
                else { continue }
                stories[story].questions[question].ask.note(.never, at: at)
                helpers[helper].availability.categories.remove(category)
                return
            }
        }
    }

    /// To be decided: the asker said so, the owner recorded it, the helper answered.
    private mutating func missAppointment(in stories: inout [DemoStory]) {
        let ended = stories.indices.filter { index in
            stories[index].request.outcome == .notHelped && stories[index].matches.last?.status == .ended
        }
        guard let story = nearest(ended, in: stories).first, let match = stories[story].matches.last,
            let closed = stories[story].request.closedAt
        else { return }
        let (request, words, isOnline) = (stories[story].request, stage.library.french.noShow, isOnline(stories[story]))
        // By themselves on their page, or by voice to the owner.
        stories[story].outcomes = [
            Outcome(
                request: request.id, match: match.id, side: isOnline ? .asker : .referent, result: .notHelped, reason: .nobodyCame,
                recordedBy: isOnline ? request.asker : request.owner, recordedAt: closed)
        ]
        let step = half(half(stage.calendar.now - closed))
        var noShow = NoShow(id: chance.id(at: closed), match: match, notedAt: closed, askerWords: words.asker)
        noShow.record(by: request.owner, at: closed + step)
        noShow.answer = NoShow.Answer(words: words.helper, at: closed + step + step)
        stories[story].noShow = noShow
    }

    /// Open ones in which somebody may still answer.
    private func candidates(in stories: [DemoStory], where suits: (DemoStory) -> Bool) -> [Int] {
        let open = stories.indices.filter { index in
            let story = stories[index]
            return story.request.status == .open && story.alarm == nil && suits(story) && !unanswered(in: story).isEmpty
        }
        return nearest(open, in: stories)
    }

    /// Those of the referent whose account is known first.
    private func nearest(_ indices: [Int], in stories: [DemoStory]) -> [Int] {
        let known = stage.staff.referents.first?.id
        return indices.filter { stories[$0].request.owner == known } + indices.filter { stories[$0].request.owner != known }
    }

    /// Whoever reads mail need not be rung.
    private func isOnline(_ story: DemoStory) -> Bool { story.request.door == .web || story.request.door == .api }

    /// Asked long enough ago that an answer came meanwhile; what is the known helper's to answer is left to them.
    private func unanswered(in story: DemoStory) -> [Int] {
        story.questions.indices.filter { index in
            let ask = story.questions[index].ask
            return ask.answer == nil && ask.sentAt < stage.calendar.now - .minutes(1) && ask.helper != stage.staff.helper.id
        }
    }

    /// - Returns: when it was given.
    private func answer(_ answer: Ask.Answer, _ question: Int, _ story: inout DemoStory) -> Moment {
        let sent = story.questions[question].ask.sentAt
        let at = sent + half(stage.calendar.now - sent)
        story.questions[question].ask.note(answer, at: at)
        return at
    }

    private func half(_ span: Duration) -> Duration { .milliseconds(span.inMilliseconds / 2) }
}

extension Ask {
    fileprivate mutating func note(_ answer: Answer, at moment: Moment) { (self.answer, answeredAt) = (answer, moment) }
}

extension [DemoStory] {
    /// Whether somebody was asked for this kind of help, or helped with it, later.
    fileprivate func involve(_ helper: ID<Person>, in category: ID<Category>, after moment: Moment) -> Bool {
        contains { story in
            story.category.id == category
                && (story.questions.contains { $0.ask.helper == helper && $0.ask.sentAt > moment }
                    || story.matches.contains { $0.helper == helper && $0.createdAt > moment })
        }
    }
}
