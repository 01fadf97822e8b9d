import Domain
import Localization
import Persistence

/// Page views since the opening: many in the first days, fewer on Sundays; 60,000 in all for a demo of full size.
struct DemoViews {
    let stage: DemoStage
    let total: Double

    private static let pages: [(path: String, share: Double)] = [
        ("/", 0.34), ("/propositions", 0.2), ("/demandes", 0.14), ("/demandes/nouvelle", 0.05), ("/demandes/{id}", 0.06),
        ("/propositions/{id}", 0.06), ("/suivi/{token}", 0.05), ("/connexion", 0.04), ("/aide", 0.03), ("/chiffres", 0.03),
    ]

    func write(in scope: TownTransaction, chance: inout SeededChance) throws {
        let zone = Zone.named(stage.facts.town.settings.timeZone) ?? .paris
        let today = zone.local(stage.calendar.now.milliseconds).date.dayNumber
        let weights = (0...DemoPlan.days).map { age in
            let isSunday = (today - age + 4) % 7 == 0
            return (isSunday ? 0.6 : 1) * (0.8 + 0.4 * chance.share()) * (1 + Double(age) / 8)
        }
        let sum = weights.reduce(0, +)
        for (age, weight) in weights.enumerated() {
            for page in Self.pages {
                let views = Int(total * weight / sum * page.share * (0.85 + 0.3 * chance.share()))
                if views > 0 {
                    try PageViewCounts(scope).add(views, of: page.path, on: CivilDate(dayNumber: today - age).iso)
                }
            }
        }
    }
}
