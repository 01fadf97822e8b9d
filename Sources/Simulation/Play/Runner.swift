import Domain

/// Plays a scenario under one policy, event by event.
public struct Runner {
    /// Runs go on so long after the last request, so that it has its chance.
    static let settling = Duration.days(10)
    private var play: Play
    private var policy: any Policy
    private let end: Moment

    private init(_ play: Play, _ policy: any Policy, end: Moment) {
        self.play = play
        self.policy = policy
        self.end = end
    }

    /// - Parameters:
    ///   - days: nil for the scenario's own.
    ///   - until: nil lets the last requests have their chance.
    public static func run(
        _ scenario: Scenario, _ policy: any Policy.Type, seed: UInt64, days: Int? = nil, behaviour: Behaviour = .calibrated,
        town: SimulatedTown? = nil, until: Moment? = nil
    ) -> Play {
        let days = days ?? scenario.days
        let end = until ?? scenario.start + .days(days) + settling
        var runner = Runner(Play(scenario, days: days, behaviour: behaviour, seed: seed, town: town), policy.init(scenario), end: end)
        if policy.hasBoard { runner.lookAround() }
        runner.run()
        return runner.play
    }

    private mutating func run() {
        while let next = play.nextMoment, next <= end, let event = play.advance() { happen(event) }
        for errand in play.errands.indices where play.errands[errand].end == nil { play.errands[errand].end = .unserved }
    }

    private mutating func happen(_ event: EventQueue.Event) {
        switch event {
        case .arrive(let errand):
            play.expectPatience(errand)
            policy.opened(errand, in: &play)
        case .crisis: policy.crisisBegan(in: &play)
        case .join(let volunteer), .look(let volunteer): look(volunteer)
        case .step(let errand, let ticket):
            if play.tickets[errand] == ticket, play.errands[errand].isOpen { policy.step(errand, in: &play) }
        case .answer(let errand, let volunteer, let answer): hear(answer, of: volunteer, for: errand)
        case .givesUp(let errand): play.giveUp(errand)
        case .withdraws(let errand, let round): if play.reopen(errand, round) { policy.opened(errand, in: &play) }
        case .meets(let errand, let round): if play.meet(errand, round) { policy.opened(errand, in: &play) }
        }
    }

    private mutating func hear(_ answer: SimulatedAnswer, of volunteer: Int, for errand: Int) {
        switch play.hear(answer, of: volunteer, for: errand) {
        case .yes:
            policy.accepted(errand, by: volunteer, in: &play)
            play.match(errand, by: volunteer)
        case .declined where play.errands[errand].isOpen: policy.declined(errand, in: &play)
        default: break
        }
    }
}

extension Runner {
    private mutating func lookAround() {
        for volunteer in play.volunteers.indices { play.enrol(volunteer) }
    }

    /// Somebody opens the list, perhaps takes what suits best, and will look again.
    private mutating func look(_ volunteer: Int) {
        play.look(volunteer)
        guard let next = play.nextLook(of: volunteer), next <= end else { return }
        play.queue.add(.look(volunteer: volunteer), at: next)
    }
}
