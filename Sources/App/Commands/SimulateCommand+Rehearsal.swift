import Database
import Domain
import Simulation
import UseCases

extension SimulateCommand {
    /// Ten days, a tenth of the scenario's town, ending now: what is open is left for staff to work on.
    func rehearse(_ scenario: Scenario) async throws {
        let clock = RehearsalClock(at: Composition.clock.now())
        let composition = try Composition(Settings.read(), world: clock.world)
        try await composition.prepare()
        guard composition.house.towns.isDemo else {
            throw Settings.Problem(description: "a rehearsal is played only in a demo: fill an empty database with `entraide demo` first")
        }
        let (now, days) = (clock.now, days ?? 10)
        var small = scenario.scaled(to: 0.1)
        small.zone = .paris
        small.start = LocalTime(now, in: .paris).at(hour: 0, daysLater: 1 - days, in: .paris)
        clock.set(to: small.start)
        let facts = try await RehearsalTown(house: composition.house, scenario: small).open()
        let town = SimulatedTown(small, categories: facts.categories, quartiers: facts.neighbourhoods)
        var rehearsal = Rehearsal(composition.house, in: facts, Play(small, days: days, seed: seed, town: town)) { clock.move(to: $0) }
        try await composition.saying { try await rehearsal.run(until: now) }
        print(words(of: rehearsal.play, in: facts, at: composition.house.base(of: facts.town)))
        await composition.database.close()
    }

    private func words(of play: Play, in facts: TownFacts, at address: String) -> String {
        let arrived = play.errands.filter { $0.createdAt <= play.now }
        return """
            The rehearsal of “\(scenario)” is ready in the town \(facts.town.slug): \(arrived.count) requests, \(arrived.count(where: \.isOpen)) of them open.
            `entraide serve` shows it: \(address)/
            Sign in at \(address)/connexion as admin@, moderateur@ or referent@\(facts.town.slug).demo.invalid (a mail brings a code).
            """
    }
}
