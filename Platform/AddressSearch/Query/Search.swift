/// One pass over a base for one question.
struct Search {
    let base: AddressBase
    let question: Question
    let towns: TownMatches
    let bias: Bias
    private(set) var best: BestPlaces
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
        let isNamed = towns.isNamed(town)
        let qualities = isNamed ? pointwiseMax(match.qualities, towns.qualities(of: town)) : match.qualities
        let reachable = isNamed ? question.hope(qualities) : hope
        guard Score.value(reachable, match, importance, bias: nearness) >= best.threshold else { return }
        var found = Found(score: 0, place: number, name: UInt32(name))
        found.qualities = withHouse(qualities, match.qualities, base.places[Int(number)], &found)
        found.score = Score.value(question.share(found.qualities), match, importance, bias: nearness)
        found.score -= (isNamed ? townLoss(town) : 0) + (name == Int(base.places[Int(number)].name) ? 0 : Score.aliasLoss)
        if found.score > best.threshold { best.insert(found) }
    }

    /// A town named in part comes after one named in full.
    private func townLoss(_ number: UInt32) -> Float {
        guard let town = towns.match(number), town.words > 0 else { return 0 }
        let all = Float(max(1, base.townWords[town.town]))
        return Score.townLoss * max(0, 1 - Float(town.words) / all) + (town.isBegun ? 0 : Score.townLoss)
    }
}

// MARK: - House numbers

extension Search {
    /// The ranks of the words that may be the house number: those that the name does not explain.
    private func houseWords(_ match: Qualities) -> some Sequence<Int> { question.houseNumbers.lazy.filter { match[$0] == 0 } }

    private func withHouse(_ qualities: Qualities, _ match: Qualities, _ place: Place, _ found: inout Found) -> Qualities {
        guard !place.houses.isEmpty else { return qualities }
        var answered = qualities
        for word in houseWords(match) {
            guard let number = question.query.number(word) else { continue }
            if let (house, isSuffixFound) = house(number, after: word, match, place) {
                (found.house, found.unknownNumber) = (house, nil)
                answered = qualities
                answered[word] = 255
                if isSuffixFound { answered[word + 1] = 255 }
                return answered
            }
            if qualities[word] == 0, found.unknownNumber == nil {
                found.unknownNumber = number
                answered[word] = Quality.unknownNumber
            }
        }
        return answered
    }

    private func house(_ number: Int, after word: Int, _ match: Qualities, _ place: Place) -> (house: Int, isSuffixFound: Bool)? {
        guard number <= Houses.House.largest else { return nil }
        if word + 1 < question.query.words.count, match[word + 1] == 0, let suffix = HouseSuffix(question.query.words[word + 1]) {
            for spelling in suffix.spellings {
                guard let rank = base.houses.suffixes.firstIndex(of: spelling) else { continue }
                if let house = base.houses.find(number, suffix: rank, in: place.houses) { return (house, true) }
            }
        }
        return base.houses.find(number, suffix: 0, in: place.houses).map { ($0, false) }
    }
}
