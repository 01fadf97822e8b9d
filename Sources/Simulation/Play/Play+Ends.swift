import Domain

extension Play {
    /// Whoever asked found another way, unless somebody said yes in time.
    public mutating func giveUp(_ errand: Int) {
        guard errands[errand].isOpen else { return }
        end(errand, .withdrawn)
    }

    /// A match that is still the one meant comes to nothing; answers whether others are to be asked.
    public mutating func reopen(_ errand: Int, _ round: Int) -> Bool {
        guard errands[errand].round == round, errands[errand].end == nil else { return false }
        errands[errand].request.status = .open
        errands[errand].request.rung = .helpers
        guard now <= errands[errand].createdAt + errands[errand].patience + .days(1) else {
            end(errand, .withdrawn)
            return false
        }
        return true
    }

    /// The appointment; answers whether others are to be asked, because nobody came.
    public mutating func meet(_ errand: Int, _ round: Int) -> Bool {
        guard errands[errand].round == round, errands[errand].end == nil else { return false }
        var dice = Dice(seed: seed, helper: errands[errand].match ?? -1, errand: errand, round: 64 + round)
        if errands[errand].match != -1, dice.happens(behaviour.failsToCome) { return reopen(errand, round) }
        end(errand, dice.happens(Self.helps) ? .helped : .notHelped)
        return false
    }

    /// Of those who come, so many can do what is asked.
    private static let helps = 0.98

    private mutating func end(_ errand: Int, _ end: Errand.End) {
        errands[errand].end = end
        errands[errand].request.status = end == .withdrawn ? .cancelled : .closed
        errands[errand].request.closedAt = now
        listed.removeAll { $0 == errand }
        tickets[errand] += 1
    }
}
