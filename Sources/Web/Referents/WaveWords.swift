import Domain
import HTML
import Localization

/// Why a wave asked those whom it asked, in words: « 6 sur 41 possibles : 1 a déjà aidé cette personne… »
struct WaveWords {
    let t: Localizer
    let rung: Rung
    let reasoning: WaveReasoning

    var markup: Markup {
        .list([
            p { sentences.joined(separator: " ") },
            left.isEmpty
                ? .empty
                : details {
                    summary { t(isPartial ? "wave.leftAtLeast" : "wave.left", count: reasoning.excluded.values.reduce(0, +)) }
                    ul { for line in left { li { line } } }
                },
        ])
    }

    var sentences: [String] {
        guard reasoning.chance > 0 else { return [t("wave.byName")] }
        let percent = String(Int((reasoning.chance * 100).rounded()))
        return [
            t(isPartial ? "wave.ofAtLeast" : "wave.of", count: reasoning.eligible, ["asked": String(reasoning.asked)]),
            rung == .wider ? t("wave.wider") : nil,
            reasoning.known > 0 ? t("wave.known", count: reasoning.known) : nil,
            reasoning.newcomers > 0 ? t("wave.newcomers", count: reasoning.newcomers) : nil,
            t("wave.order"),
            reasoning.measured > 0
                ? t("wave.chance", count: reasoning.measured, ["percent": percent]) : t("wave.chance.prior", ["percent": percent]),
            reasoning.plannedWith.map { t("wave.planned", count: $0) },
        ].compactMap(\.self)
    }

    /// Of a very large town only those who were needed are looked at.
    private var isPartial: Bool { reasoning.isPartial == true }

    private var left: [String] {
        HelperSearch.Obstacle.allCases.compactMap { obstacle in
            reasoning.excluded[obstacle].map { t("wave.left.\(obstacle.rawValue)", count: $0) }
        }
    }
}
