import Domain
import Foundation

extension Play {
    /// Of what is listed and suits, the one they would rather do is thought over: one decision a look.
    mutating func look(_ volunteer: Int) {
        guard isThere(volunteer) else { return }
        looks += 1
        let person = volunteers[volunteer]
        let fatigue = person.fatigue(now, halfLife: behaviour.recovery)
        var best: (errand: Int, wish: Double)?
        for errand in listed where suits(volunteer, errand) {
            let wish = behaviour.wish(person, errands[errand], category(of: errand), metres(volunteer, errand), fatigue)
            if wish > best?.wish ?? 0 { best = (errand, wish) }
        }
        guard let best else { return }
        var dice = Dice(seed: seed, helper: volunteer, errand: best.errand, round: 128 + looks % 64)
        if dice.happens(best.wish) { match(best.errand, by: volunteer) }
    }

    private func suits(_ volunteer: Int, _ errand: Int) -> Bool {
        errands[errand].match != volunteer && mayHelp(volunteer, errand)
            && volunteers[volunteer].helper.categories.contains(category(of: errand).id)
    }

    /// Ever more seldom; a tenth of the first curiosity stays. By day.
    func nextLook(of volunteer: Int) -> Moment? {
        let person = volunteers[volunteer]
        let age = max(0, Double((now - person.helper.joinedAt).inMilliseconds) / 86_400_000)
        let rate = behaviour.looksPerDay * person.curiosity * (0.1 + 0.9 * exp2(-age / behaviour.lookHalfLife))
        guard rate > 0.001 else { return nil }
        var dice = Dice(seed: seed, helper: volunteer, errand: Int(now.milliseconds % 1_000_003), round: 200)
        return Behaviour.awake(after: now, hours: dice.exponential(mean: 15 / rate), in: town.zone)
    }
}
