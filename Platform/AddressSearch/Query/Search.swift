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

    mutating func consider(name: Int) {
        let (slot, bit) = (name / 64, UInt64(1) << UInt64(name % 64))
        guard seen[slot] & bit == 0 else { return }
        seen[slot] |= bit
        let match = NameMatch(name, question, in: base)
        let reachable = pointwiseMax(match.qualities, towns.best)
        let ceiling = Score.ceiling(
            hope(reachable, match.qualities), nameShare: match.share, base.names.importances[name], isBiased: !bias.isNone)
        guard ceiling >= best.threshold else { return }
        for place in base.names.places.slots(name) { consider(place: base.names.places.entries[place], name, match) }
    }

    mutating func consider(place number: UInt32) {
        let name = Int(base.places[Int(number)].name)
        consider(place: number, name, NameMatch(name, question, in: base))
    }

    private mutating func consider(place number: UInt32, _ name: Int, _ match: NameMatch) {
        let place = base.places[Int(number)]
        let qualities = pointwiseMax(match.qualities, towns.qualities(of: place.town))
        let hope = Score.ceiling(hope(qualities, match.qualities), nameShare: match.share, place.importance, isBiased: !bias.isNone)
        guard hope >= best.threshold else { return }
        var found = Found(score: 0, place: number, name: UInt32(name))
        let answered = withHouse(qualities, match.qualities, place, &found)
        found.score = Score.value(question.share(answered), nameShare: match.share, place.importance, bias: bias.value(place, in: base))
        found.score -= missingTownWords(place) + (name == Int(place.name) ? 0 : Score.aliasLoss)
        found.qualities = answered
        if found.score > best.threshold { best.insert(found) }
    }

    /// A town named in part comes after one named in full.
    private func missingTownWords(_ place: Place) -> Float {
        guard let town = towns.match(place.town), town.words > 0 else { return 0 }
        let all = Float(max(1, base.townWords[town.town]))
        return Score.townLoss * max(0, 1 - Float(town.words) / all) + (town.isBegun ? 0 : Score.townLoss)
    }
}

// MARK: - House numbers

extension Search {
    /// The ranks of the words that may be the house number: those that the name does not explain.
    private func houseWords(_ match: Qualities) -> some Sequence<Int> { question.houseNumbers.lazy.filter { match[$0] == 0 } }

    private func hope(_ qualities: Qualities, _ match: Qualities) -> Float {
        var hoped = qualities
        for word in houseWords(match).prefix(1) {
            hoped[word] = 255
            if word + 1 < question.query.words.count { hoped[word + 1] = 255 }
        }
        return question.share(hoped)
    }

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
