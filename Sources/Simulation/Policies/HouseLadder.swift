import Domain

/// Ours: the rules of `Domain`, asked in the order in which the house asks them. Waves among the helpers, then the town's own people.
public struct HouseLadder: Policy {
    public static let name = "ladder"
    var tallies: [AnswerRates.Cell: AnswerRates.Tally] = [:]
    private var cells: [Int: [Int: AnswerRates.Cell]] = [:]
    /// Until when those of the last wave have time.
    private var waveDue: [Int: Moment] = [:]
    /// On a helpers' rung, or not long ago.
    var asking: Set<Int> = []
    private var desks: StaffDesks
    private var pools: [Int: Pool] = [:]

    private struct Pool: Sendable {
        let midnight: Moment
        let rung: Rung
        let widerFactor: Int
        let people: [Int]
    }

    public init(_ scenario: Scenario) { desks = StaffDesks(scenario) }

    public mutating func opened(_ errand: Int, in play: inout Play) {
        var request = play.errands[errand].request
        request.urgency = Urgency(request.wanted, request.criteria, by: .usual, now: play.now)
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
        return clock.isNight(play.now) ? clock.waking(atOrAfter: play.now) : openWave(of: errand, in: play)
    }

    /// Until when somebody of the last wave may still answer.
    func openWave(of errand: Int, in play: Play) -> Moment? {
        guard let due = waveDue[errand], due > play.now else { return nil }
        return play.errands[errand].waiting.isEmpty ? nil : due
    }
}

extension HouseLadder {
    /// What is open need not wait longer than what comes after: each clock that runs is moved nearer, never farther.
    public mutating func crisisBegan(in play: inout Play) {
        let clock = RungClock(play.settings, in: play.town.zone)
        for errand in play.errands.indices where play.errands[errand].isOpen {
            let request = play.errands[errand].request
            guard let due = request.rungDue, !request.rung.asksOrganisations else { continue }
            let promise = clock.helpersUntil(from: play.now, urgency: request.urgency)
            let nearer = min(due, clock.until(request.rung, from: play.now, urgency: request.urgency, promise: promise))
            play.errands[errand].request.promisedBy = min(request.promisedBy ?? promise, promise)
            play.errands[errand].request.rungDue = nearer
            if request.rung.asksHelpers {
                play.wake(errand, at: play.now)
            } else if !desks.hasAnswer(errand) {
                play.wake(errand, at: nearer)
            }
        }
    }

    private func search(_ errand: Int, at moment: Moment, in play: Play) -> HelperSearch {
        HelperSearch(
            play.errands[errand].request, play.category(of: errand), point: play.scenario.hasAddresses ? play.errands[errand].point : nil,
            language: "fr",
            on: play.town.ground, settings: play.settings, at: moment, in: play.town.zone)
    }

    /// Those whom no lasting reason keeps away: the rules are asked once a day as if nobody had been asked, then about the few.
    private mutating func candidates(_ errand: Int, at moment: Moment, in play: inout Play) -> [Candidate] {
        let midnight = LocalTime(moment, in: play.town.zone).midnight, rung = play.errands[errand].request.rung
        let wider = play.settings.widerFactor
        if pools[errand]?.midnight != midnight || pools[errand]?.rung != rung || pools[errand]?.widerFactor != wider {
            let search = search(errand, at: midnight, in: play)
            let people = play.willing[play.errands[errand].category].filter { volunteer in
                var rested = play.volunteers[volunteer].candidate
                rested.recentAsks = 0
                rested.helper.pausedUntil = nil
                return search.isEligible(rested)
            }
            pools[errand] = Pool(midnight: midnight, rung: rung, widerFactor: wider, people: people)
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

    mutating func result(_ errand: Int, in play: inout Play) -> HelperSearch.Result {
        search(errand, at: play.now, in: play).result(candidates(errand, at: play.now, in: &play))
    }

    /// False when nobody is left to ask now.
    private mutating func wave(_ errand: Int, until due: Moment, in play: inout Play) -> Bool {
        let result = result(errand, in: &play)
        guard !result.found.isEmpty else { return false }
        if planTogether(in: &play).contains(errand) { return true }
        askWave(result, for: errand, until: due, in: &play)
        return true
    }

    private mutating func askWave(_ result: HelperSearch.Result, for errand: Int, until due: Moment, in play: inout Play) {
        let settings = play.settings, urgency = play.errands[errand].request.urgency
        let plan = WavePlan(
            result, AnswerRates(tallies), category: play.category(of: errand).id, part: part(in: play), target: settings.target(urgency),
            most: settings.waveSize(urgency), newcomerShare: settings.newcomerShare)
        ask(plan.chosen, for: errand, until: due, in: &play)
    }

    private func part(in play: Play) -> AnswerRates.DayPart { .init(hour: LocalTime(play.now, in: play.town.zone).hour) }

    mutating func ask(_ chosen: [HelperSearch.Found], for errand: Int, until due: Moment, in play: inout Play) {
        for found in chosen {
            let cell = AnswerRates.Cell(category: play.category(of: errand).id, part: part(in: play), band: found.band)
            tallies[cell, default: .init()].asked += 1
            cells[errand, default: [:]][Volunteer.index(found.person)] = cell
            play.ask(Volunteer.index(found.person), for: errand)
        }
        if !chosen.isEmpty { waveDue[errand] = due }
    }

    /// At the top: whoever signed up meanwhile, or has a free week again.
    private mutating func askAgain(_ errand: Int, in play: inout Play) {
        guard !RungClock(play.settings, in: play.town.zone).isNight(play.now) else { return }
        askWave(result(errand, in: &play), for: errand, until: play.errands[errand].request.rungDue ?? play.now, in: &play)
    }

    /// The next rung of its way; at the top the clock begins anew.
    private mutating func climb(_ errand: Int, in play: inout Play) {
        let request = play.errands[errand].request
        let path = LadderPath(play.category(of: errand), request.criteria, staffed: desks.staffed(at: play.now))
        guard let next = path.next(after: request.climbed + [request.rung]) else {
            stand(errand, on: request.rung, in: &play)
            return path.asksHelpers ? askAgain(errand, in: &play) : ()
        }
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
        if rung.asksHelpers {
            asking.insert(errand)
            return play.wake(errand, at: play.now)
        }
        asking.remove(errand)
        desks.take(errand, on: rung, until: due, in: &play)
    }
}
