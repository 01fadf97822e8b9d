import Foundation

/// Whom one wave asks: as few as make one yes likely enough, in the order of the search, with places kept for newcomers.
public struct WavePlan: Sendable, Equatable {
    public let chosen: [HelperSearch.Found]
    public let reasoning: WaveReasoning

    /// - Parameters:
    ///   - search: everybody who may be asked, best first.
    ///   - rates: what was measured of answers.
    ///   - target: how likely one yes is to be, between 0 and 1; `most` bounds it.
    ///   - newcomerShare: percent.
    public init(
        _ search: HelperSearch.Result, _ rates: AnswerRates, category: ID<Category>, part: AnswerRates.DayPart, target: Double, most: Int,
        newcomerShare: Int
    ) {
        var chosen: [HelperSearch.Found] = []
        var silence = 1.0
        for found in Self.turns(search.found, newcomerShare: newcomerShare) {
            guard chosen.count < max(1, most), chosen.isEmpty || target - (1 - silence) > 1e-9 else { break }
            chosen.append(found)
            silence *= 1 - rates.chance(.init(category: category, part: part, band: found.band))
        }
        self.chosen = chosen
        reasoning = WaveReasoning(chosen, of: search, rates, category: category, part: part)
    }

    /// The order in which a wave is filled: after those who are known, of every hundred places so many go to newcomers, who has waited
    /// longest first.
    static func turns(_ found: [HelperSearch.Found], newcomerShare: Int) -> [HelperSearch.Found] {
        guard newcomerShare > 0 else { return found }
        let known = found.prefix { $0.isKnown }
        let others = found.dropFirst(known.count)
        var waiting = others.filter(\.isNewcomer).sorted { ($0.joinedAt, $0.person) < ($1.joinedAt, $1.person) }[...]
        var (turns, taken, newcomers): ([HelperSearch.Found], Set<ID<Person>>, Int) = ([], [], 0)
        func place(_ next: HelperSearch.Found) {
            turns.append(next)
            taken.insert(next.person)
            newcomers += next.isNewcomer ? 1 : 0
        }
        for next in others where !taken.contains(next.person) {
            while newcomers < (turns.count + 1) * newcomerShare / 100, let one = waiting.popFirst() {
                if !taken.contains(one.person) { place(one) }
            }
            if !taken.contains(next.person) { place(next) }
        }
        return known + turns
    }
}

/// Why a wave asked those whom it asked: numbers for a dispatcher, no names.
public struct WaveReasoning: Sendable, Equatable, Codable {
    public var asked: Int
    public var eligible: Int
    /// Have helped this person before.
    public var known: Int
    /// Were never asked for anything.
    public var newcomers: Int
    /// That one of them says yes; between 0 and 1.
    public var chance: Double
    /// How many asks of the town the estimate rests on.
    public var measured: Int
    /// Helpers of this kind of help who were left in peace, by reason.
    public var excluded: [HelperSearch.Obstacle: Int]
    /// Planned together with the waves of so many other requests.
    public var plannedWith: Int?
    /// Only so many helpers were looked at as were needed: `eligible` and `excluded` are then the least there are.
    public var isPartial: Bool?

    public init(
        _ chosen: [HelperSearch.Found], of search: HelperSearch.Result, _ rates: AnswerRates, category: ID<Category>,
        part: AnswerRates.DayPart
    ) {
        let silence = chosen.reduce(1) { $0 * (1 - rates.chance(.init(category: category, part: part, band: $1.band))) }
        self.init(
            asked: chosen.count, eligible: search.found.count, known: chosen.count { $0.isKnown },
            newcomers: chosen.count { $0.isNewcomer }, chance: 1 - silence, measured: rates.measured, excluded: search.excluded)
        isPartial = search.isPartial ? true : nil
    }

    public init(
        asked: Int, eligible: Int, known: Int, newcomers: Int, chance: Double, measured: Int, excluded: [HelperSearch.Obstacle: Int]
    ) {
        self.asked = asked
        self.eligible = eligible
        self.known = known
        self.newcomers = newcomers
        self.chance = chance
        self.measured = measured
        self.excluded = excluded
    }
}
