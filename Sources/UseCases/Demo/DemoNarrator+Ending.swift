import Domain

extension DemoNarrator {
    /// How the request stands now.
    mutating func end(_ story: inout DemoStory, _ times: DemoTimes, _ cast: DemoCast, _ ending: DemoStory.Ending) {
        let climbed = (story.request.matchedAt ?? times.ended ?? stage.calendar.now) >= times.climb
        story.request.rung = climbed ? .referent : .helpers
        switch ending {
        case .awaiting:
            story.request.status = .awaitingAgreement
            story.request.rung = .referent
        case .asking: keepAsking(&story, times)
        case .atReferent: waitForSomebody(&story, times)
        case .matched: settle(&story, .matched, at: nil)
        case .helped, .partly, .notHelped, .unmet:
            settle(&story, .closed, at: times.ended)
            conclude(&story, cast, ending)
        case .cancelled:
            settle(&story, .cancelled, at: times.ended)
            cancel(&story, cast)
        }
    }

    private func keepAsking(_ story: inout DemoStory, _ times: DemoTimes) {
        let clock = stage.calendar.clock
        let near = clock.until(.helpers, from: times.start, urgency: story.request.urgency, promise: times.climb)
        story.request.promisedBy = times.climb
        story.request.rungDue = near
        guard near <= stage.calendar.now else { return }
        (story.request.rung, story.request.climbed, story.request.rungDue) = (.wider, [.helpers], times.climb)
    }

    /// The referent first, then the town, whose clock begins anew until it is done.
    private func waitForSomebody(_ story: inout DemoStory, _ times: DemoTimes) {
        let clock = stage.calendar.clock
        func end(_ rung: Rung, from start: Moment) -> Moment {
            clock.until(rung, from: start, urgency: story.request.urgency, promise: nil)
        }
        story.request.climbed = [.helpers, .wider]
        var due = end(.referent, from: times.climb)
        if due <= stage.calendar.now {
            story.request.rung = .duty
            story.request.climbed.append(.referent)
            story.request.owner = stage.owner(nil).id
        }
        while due <= stage.calendar.now { due = end(.duty, from: due) }
        story.request.rungDue = due
        story.nextStep = max(due, stage.calendar.now + .minutes(20))
    }

    /// Nobody waits for an answer any more.
    private func settle(_ story: inout DemoStory, _ status: HelpRequest.Status, at ended: Moment?) {
        story.request.status = status
        story.request.rungDue = nil
        story.request.closedAt = ended
        let over = story.request.matchedAt ?? ended ?? stage.calendar.now
        for index in story.questions.indices where story.questions[index].ask.answer == nil {
            story.questions[index].ask.answer = .tooLate
            story.questions[index].ask.answeredAt = over
        }
    }

    private mutating func conclude(_ story: inout DemoStory, _ cast: DemoCast, _ ending: DemoStory.Ending) {
        guard let result = ending.result, let at = story.request.closedAt else { return }
        let match = story.matches.last { $0.status == .ended }
        let reasons: [Outcome.Reason] =
            match == nil
            ? [.foundElsewhere, .couldNotReach, .notPossible, .noLongerNeeded] : [.nobodyCame, .couldNotReach, .notPossible, .other]
        let reason = result == .notHelped ? chance.pick(reasons) : nil
        let first: Outcome.Side = match == nil ? .referent : cast.asker.isMailed ? chance.pick(.asker, .asker, .helper) : .referent
        story.request.outcome = result
        story.outcomes.append(outcome(story.request, match, first, result, reason, at))
        // The other side often says it too, and mostly the same.
        let later = stage.calendar.after(at, .minutes(10), .hours(30), &chance)
        guard let match, chance.isOneOf(3), later < stage.calendar.now else { return }
        let second: Outcome.Side = first == .helper ? .asker : .helper
        story.outcomes.append(outcome(story.request, match, second, result == .partly ? .helped : result, reason, later))
    }

    private func outcome(
        _ request: HelpRequest, _ match: Match?, _ side: Outcome.Side, _ result: Outcome.Result, _ reason: Outcome.Reason?, _ at: Moment
    ) -> Outcome {
        let by = side == .asker ? request.asker : side == .helper ? match?.helper : request.owner
        return Outcome(
            request: request.id, match: match?.id, side: side, result: result, reason: reason, recordedBy: by, recordedAt: at)
    }

    /// The journal keeps why.
    private mutating func cancel(_ story: inout DemoStory, _ cast: DemoCast) {
        guard let at = story.request.closedAt else { return }
        let isDeclined = cast.isForSomebodyElse && story.request.agreement == nil
        let reason = isDeclined ? "declined" : chance.pick("no_longer_needed", "no_longer_needed", "found_elsewhere", "could_not_reach")
        let actor = isDeclined || !cast.asker.isMailed ? story.request.owner : story.request.asker
        story.journal.append(
            JournalEntry(
                at: at, actor: actor, action: .decided, subjectKind: "help_requests", subject: story.request.id.bytes,
                purpose: "cancelled_\(reason)"))
    }

    /// What is told by voice: done, or still to do.
    mutating func call(_ story: inout DemoStory, _ times: DemoTimes, _ cast: DemoCast, _ ending: DemoStory.Ending) {
        if cast.isForSomebodyElse {
            let done = story.request.agreement?.at ?? (ending == .cancelled ? times.ended : nil)
            call(&story, cast.beneficiary, .agreement, from: times.created, due: times.climb, done: done)
        }
        guard !cast.beneficiary.isMailed else { return }
        if let matched = story.request.matchedAt {
            let told = stage.calendar.after(matched, .minutes(10), .hours(3), &chance)
            let isTold = ending != .matched || told < stage.calendar.now
            call(
                &story, cast.beneficiary, .matched, from: matched,
                due: stage.calendar.clock.waking(atOrAfter: matched + stage.calendar.waveTime(story.request.urgency)),
                done: isTold ? min(told, times.ended ?? told) : nil)
            let asked = matched + .days(2)
            if ending == .matched, asked < stage.calendar.now {
                call(&story, cast.beneficiary, .outcome, from: asked, due: asked + .days(1), done: nil)
            }
        } else if ending == .atReferent, chance.isOneOf(2) {
            call(&story, cast.beneficiary, .nobodyFound, from: times.climb, due: times.climb + .hours(3), done: nil)
        }
    }

    private mutating func call(
        _ story: inout DemoStory, _ person: Person, _ reason: RingBack.Reason, from created: Moment, due: Moment, done: Moment?
    ) {
        var ringBack = RingBack(
            id: chance.id(at: created), request: story.request.id, person: person.id, neighbourhood: story.request.neighbourhood,
            reason: reason, createdAt: created, dueAt: due)
        if let done {
            ringBack.attempts = chance.number(1...2)
            ringBack.doneAt = done
            ringBack.doneBy = story.request.owner
            ringBack.lastResult = .told
            story.journal.append(
                JournalEntry(
                    at: done, actor: story.request.owner, action: .readContact, subjectKind: "people", subject: person.id.bytes,
                    purpose: "ring_back"))
        } else if chance.isOneOf(3) {
            ringBack.attempts = 1
            ringBack.lastResult = chance.pick(.noAnswer, .leftMessage)
        }
        story.calls.append(ringBack)
    }
}
