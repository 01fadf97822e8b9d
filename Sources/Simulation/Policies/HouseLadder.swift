import Domain

/// Ours: the rules of `Domain`, asked in the order in which the house asks them. Waves among the helpers, then the town's own people.
public struct HouseLadder: Policy {
    public static let name = "ladder"
    private var tallies: [AnswerRates.Cell: AnswerRates.Tally] = [:]
    private var cells: [Int: [Int: AnswerRates.Cell]] = [:]
    /// Until when those of the last wave have time.
    private var waveDue: [Int: Moment] = [:]
    private var desks: StaffDesks
    private var pools: [Int: Pool] = [:]

    private struct Pool: Sendable {
        let midnight: Moment
        let rung: Rung
        let people: [Int]
    }

    public init(_ scenario: Scenario) { desks = StaffDesks(scenario) }

    public mutating func opened(_ errand: Int, in play: inout Play) {
        var request = play.errands[errand].request
        request.urgency = Urgency(request.wanted, request.criteria, now: play.now)
        play.errands[errand].request.urgency = request.urgency
        let clock = RungClock(play.settings, in: play.town.zone)
        play.errands[errand].request.climbed = []
        play.errands[errand].request.promisedBy = clock.helpersUntil(from: play.now, urgency: request.urgency)
        stand(errand, on: LadderPath.start(play.category(of: errand), request.criteria), in: &play)
    }

    public mutating func step(_ errand: Int, in play: inout Play) {
        let request = play.errands[errand].request
        guard request.rung.asksHelpers else {
            if desks.hasAnswer(errand) { return play.match(errand, by: nil) }
            return climb(errand, in: &play)
        }
        guard let due = request.rungDue, due > play.now else { return climb(errand, in: &play) }
        if let pause = pause(of: errand, in: play) { return play.wake(errand, at: min(pause, due)) }
        let next = RungClock(play.settings, in: play.town.zone).nextWave(after: play.now, urgency: request.urgency)
        if wave(errand, until: min(next, due), in: &play) { return play.wake(errand, at: min(next, due)) }
        if next < due, isAnybodyThere(for: errand, at: next, in: &play) { return play.wake(errand, at: next) }
        if request.rung == .wider, !play.errands[errand].waiting.isEmpty { return play.wake(errand, at: due) }
        climb(errand, in: &play)
    }

    /// When everybody has answered, nobody waits for the clock.
    public mutating func declined(_ errand: Int, in play: inout Play) {
        guard play.errands[errand].request.rung.asksHelpers, play.errands[errand].waiting.isEmpty else { return }
        play.wake(errand, at: play.now)
    }

    public mutating func accepted(_ errand: Int, by volunteer: Int, in play: inout Play) {
        if let cell = cells[errand]?[volunteer] { tallies[cell, default: .init()].yes += 1 }
    }

    /// By night, for nobody here agreed to be asked then, and while those of the last wave still have time to answer.
    private func pause(of errand: Int, in play: Play) -> Moment? {
        let clock = RungClock(play.settings, in: play.town.zone)
        if clock.isNight(play.now) { return clock.waking(atOrAfter: play.now) }
        guard let due = waveDue[errand], due > play.now else { return nil }
        return play.errands[errand].waiting.isEmpty ? nil : due
    }
}

extension HouseLadder {
    private func search(_ errand: Int, at moment: Moment, in play: Play) -> HelperSearch {
        HelperSearch(
            play.errands[errand].request, play.category(of: errand), point: play.scenario.hasAddresses ? play.errands[errand].point : nil,
            language: "fr",
            on: play.town.ground, settings: play.settings, at: moment, in: play.town.zone)
    }

    /// Those whom no lasting reason keeps away: the rules are asked once a day as if nobody had been asked, then about the few.
    private mutating func candidates(_ errand: Int, at moment: Moment, in play: inout Play) -> [Candidate] {
        let midnight = LocalTime(moment, in: play.town.zone).midnight, rung = play.errands[errand].request.rung
        if pools[errand]?.midnight != midnight || pools[errand]?.rung != rung {
            let search = search(errand, at: midnight, in: play)
            let people = play.willing[play.errands[errand].category].filter { volunteer in
                var rested = play.volunteers[volunteer].candidate
                rested.recentAsks = 0
                rested.helper.pausedUntil = nil
                return search.isEligible(rested)
            }
            pools[errand] = Pool(midnight: midnight, rung: rung, people: people)
        }
        return (pools[errand]?.people ?? []).compactMap { volunteer in
            guard play.isFree(volunteer, for: errand) else { return nil }
            play.volunteers[volunteer].count(play.now)
            return play.volunteers[volunteer].candidate
        }
    }

    private mutating func isAnybodyThere(for errand: Int, at moment: Moment, in play: inout Play) -> Bool {
        candidates(errand, at: moment, in: &play).contains(where: search(errand, at: moment, in: play).isEligible)
    }

    /// False when nobody is left to ask now.
    private mutating func wave(_ errand: Int, until due: Moment, in play: inout Play) -> Bool {
        let category = play.category(of: errand).id, settings = play.settings
        let part = AnswerRates.DayPart(hour: LocalTime(play.now, in: play.town.zone).hour)
        let plan = WavePlan(
            search(errand, at: play.now, in: play).result(candidates(errand, at: play.now, in: &play)), AnswerRates(tallies),
            category: category,
            part: part, target: settings.target(play.errands[errand].request.urgency), most: settings.waveSize,
            newcomerShare: settings.newcomerShare)
        for found in plan.chosen {
            let cell = AnswerRates.Cell(category: category, part: part, band: found.band)
            tallies[cell, default: .init()].asked += 1
            cells[errand, default: [:]][Volunteer.index(found.person)] = cell
            play.ask(Volunteer.index(found.person), for: errand)
        }
        if !plan.chosen.isEmpty { waveDue[errand] = due }
        return !plan.chosen.isEmpty
    }

    /// The next rung of its way; at the top the clock begins anew.
    private mutating func climb(_ errand: Int, in play: inout Play) {
        let request = play.errands[errand].request
        let path = LadderPath(play.category(of: errand), request.criteria, staffed: desks.staffed(at: play.now))
        guard let next = path.next(after: request.climbed + [request.rung]) else { return stand(errand, on: request.rung, in: &play) }
        play.errands[errand].request.climbed.append(request.rung)
        stand(errand, on: next, in: &play)
    }

    private mutating func stand(_ errand: Int, on rung: Rung, in play: inout Play) {
        let request = play.errands[errand].request
        let due = RungClock(play.settings, in: play.town.zone)
            .until(rung, from: play.now, urgency: request.urgency, promise: request.promisedBy)
        play.errands[errand].request.rung = rung
        play.errands[errand].request.rungDue = due
        waveDue[errand] = nil
        if rung.asksHelpers { return play.wake(errand, at: play.now) }
        desks.take(errand, on: rung, until: due, in: &play)
    }
}
