import Domain

extension Play {
    /// Sets the policy's clock for a request; an earlier setting is void.
    public mutating func wake(_ errand: Int, at moment: Moment) {
        tickets[errand] += 1
        queue.add(.step(errand: errand, ticket: tickets[errand]), at: max(moment, now))
    }

    /// Where whoever looks will see it.
    public mutating func list(_ errand: Int) {
        errands[errand].firstAskedAt = errands[errand].firstAskedAt ?? now
        if !listed.contains(errand) { listed.append(errand) }
    }

    /// Asks one helper, who will answer in their own time or never.
    public mutating func ask(_ volunteer: Int, for errand: Int) {
        precondition(errands[errand].asked[volunteer] == nil, "nobody is asked twice for one request")
        var dice = Dice(seed: seed, helper: volunteer, errand: errand)
        let answer = behaviour.answer(
            volunteers[volunteer], errands[errand], category: category(of: errand), metres: metres(volunteer, errand), now: now,
            in: town.zone, &dice)
        errands[errand].asked[volunteer] = now
        errands[errand].firstAskedAt = errands[errand].firstAskedAt ?? now
        errands[errand].waiting.insert(volunteer)
        volunteers[volunteer].asked.append(now)
        volunteers[volunteer].helper.lastAskedAt = now
        volunteers[volunteer].tire(behaviour.tiringAsk, now, halfLife: behaviour.recovery)
        if answer.reply != nil || answer.leaves {
            queue.add(.answer(errand: errand, volunteer: volunteer, answer), at: answer.at)
        }
    }

    /// A yes, by a helper, or by somebody of the town (nil).
    public mutating func match(_ errand: Int, by volunteer: Int?) {
        guard errands[errand].isOpen else { return }
        errands[errand].request.status = .matched
        errands[errand].request.matchedAt = now
        errands[errand].firstMatchedAt = errands[errand].firstMatchedAt ?? now
        errands[errand].match = volunteer ?? -1
        errands[errand].isByStaff = volunteer == nil
        errands[errand].round += 1
        errands[errand].waiting = []
        listed.removeAll { $0 == errand }
        tickets[errand] += 1
        if let volunteer {
            volunteers[volunteer].yeses += 1
            volunteers[volunteer].tire(behaviour.tiringHelp, now, halfLife: behaviour.recovery)
        }
        plan(errand)
    }

    /// What will become of the match: somebody withdraws before the day, or does not come, or helps.
    private mutating func plan(_ errand: Int) {
        let round = errands[errand].round
        var dice = Dice(seed: seed, helper: errands[errand].match ?? -1, errand: errand, round: round)
        let appointment = self.appointment(of: errand)
        if errands[errand].match != -1, dice.happens(behaviour.withdraws) {
            let until = Double((appointment - now).inMilliseconds)
            queue.add(.withdraws(errand: errand, round: round), at: now + .milliseconds(Int64(until * dice.share())))
        } else {
            queue.add(.meets(errand: errand, round: round), at: appointment)
        }
    }

    /// Two hours from now, on the day at two, or the day after tomorrow for what comes back every week.
    private func appointment(of errand: Int) -> Moment {
        switch errands[errand].request.wanted {
        case .now: now + .hours(2)
        case .on(let day): max(now + .hours(2), day + .hours(14))
        case .every: now + .days(2)
        }
    }

    public func day(from moment: Moment) -> Moment { RungClock(LadderSettings(), in: town.zone).waking(atOrAfter: moment) }
}
