/// One pass over a base for one question.
struct Search {
    let base: AddressBase
    let question: Question
    let towns: TownMatches
    let bias: Bias
    private(set) var best: BestPlaces
    /// Names looked at, one bit each.
    private var seen: [UInt64]

    init(_ question: Question, in base: AddressBase, bias: Bias, limit: Int) {
        (self.base, self.question, self.bias) = (base, question, bias)
        towns = TownMatches(question, in: base)
        best = BestPlaces(limit: limit)
        seen = Array(repeating: 0, count: base.names.count / 64 + 1)
    }

    /// Looks at all places of a name, unless that was done or none of them can be good enough.
    mutating func consider(name: Int) {
        let (slot, bit) = (name / 64, UInt64(1) << UInt64(name % 64))
        guard seen[slot] & bit == 0 else { return }
        seen[slot] |= bit
        let match = NameMatch(name, question, in: base)
        let reachable = question.hope(pointwiseMax(match.qualities, towns.best))
        guard Score.value(reachable, match, base.names.importances[name], bias: bias.most) >= best.threshold else { return }
        let hope = question.hope(match.qualities)
        for slot in base.names.places.slots(name) { consider(place: base.names.places.entries[slot], name, match, hope) }
    }

    mutating func consider(place number: UInt32) {
        let name = Int(base.places[Int(number)].name)
        let match = NameMatch(name, question, in: base)
        consider(place: number, name, match, question.hope(match.qualities))
    }

    /// - Parameter hope: what the name alone and a house can reach.
    private mutating func consider(place number: UInt32, _ name: Int, _ match: NameMatch, _ hope: Float) {
        let (town, importance) = (base.places[Int(number)].town, base.places[Int(number)].importance)
        let nearness = bias.value(town, base.places[Int(number)].position)
        let named = towns.match(town)
        let qualities = named.map { pointwiseMax(match.qualities, $0.qualities) } ?? match.qualities
        let reachable = named == nil ? hope : question.hope(qualities)
        guard Score.value(reachable, match, importance, bias: nearness) >= best.threshold else { return }
        var found = Found(place: number, name: UInt32(name), qualities: qualities)
        findHouse(for: &found, match.qualities)
        found.score = Score.value(question.share(found.qualities), match, importance, bias: nearness)
        found.score -= (named.map(townLoss) ?? 0) + (name == Int(base.places[Int(number)].name) ? 0 : Score.aliasLoss)
        if found.score > best.threshold { best.insert(found) }
    }

    /// A town named in part comes after one named in full.
    private func townLoss(_ town: TownMatches.Match) -> Float {
        if town.words == 0 { return 0 }
        let all = Float(max(1, base.townWords[town.town]))
        return Score.townLoss * max(0, 1 - Float(town.words) / all) + (town.isBegun ? 0 : Score.townLoss)
    }
}
