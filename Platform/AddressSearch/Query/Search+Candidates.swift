extension Search {
    /// Entries of the index that one question may cost.
    private static let budget = 4_000
    /// Places looked at where only common words were typed, the important ones first.
    private static let mostPlaces = 6_000
    private static let mostCommunes = 60

    /// The names that have the rarest words; where only common words are left, the streets of the towns in question.
    mutating func run() {
        considerCommunes()
        var (used, isAnchored, common) = (0, false, [Int]())
        var open = Qualities(repeating: 255)
        for (rank, size) in wordsBySize() {
            if isSettled(open) { return }
            if used + size > Self.budget {
                common.append(rank)
                continue
            }
            used += size
            considerNames(rank)
            if question.query.isLittle(rank) { continue }
            open[rank] = 0
            isAnchored = isAnchored || !question.query.words[rank].isNumber
        }
        if let rarest = common.first { considerCommon(rarest, isAnchored: isAnchored) }
    }

    private mutating func considerCommon(_ word: Int, isAnchored: Bool) {
        let named = namedTowns()
        considerPlaces(of: named)
        guard !isAnchored, named.isEmpty else { return }
        considerPlaces(of: bias.home)
        considerNames(word, mostPlaces: Self.mostPlaces)
    }

    /// Whether no name without the words already looked up can come first any more.
    private func isSettled(_ open: Qualities) -> Bool {
        guard let first = best.all.first else { return false }
        return first.score > Score.ceiling(question.share(pointwiseMax(open, towns.best)), bias: bias.most)
    }

    /// Words that names have, those of the fewest names first.
    private func wordsBySize() -> [(rank: Int, size: Int)] {
        var sizes = Array(repeating: 0, count: question.query.words.count)
        for span in question.spans { sizes[span.word] += base.vocabulary.names.slots(span.numbers).count }
        return sizes.enumerated().filter { $1 > 0 }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { ($0, $1) }
    }

    private mutating func considerNames(_ word: Int, mostPlaces: Int = .max) {
        var left = mostPlaces
        for span in question.spans where span.word == word {
            for slot in base.vocabulary.names.slots(span.numbers) {
                let name = Int(base.vocabulary.names.entries[slot])
                consider(name: name)
                left -= base.names.places.slots(name).count
                if left <= 0 { return }
            }
        }
    }

    private mutating func considerCommunes() {
        let shares = towns.all.map { (share: question.share($0.qualities), town: $0.town) }
        for (_, town) in shares.sorted(by: { ($1.share, $0.town) < ($0.share, $1.town) }).prefix(Self.mostCommunes) {
            consider(place: base.communes[town])
        }
    }

    /// The towns that answer the query best, if any does by more than a letter or two.
    private func namedTowns() -> [Int] {
        let shares = towns.all.map { match in
            match.words == 0 ? 0 : question.share(match.qualities.replacing(with: 0, where: match.qualities .<= Quality.doubtful))
        }
        guard let most = shares.max(), most > 0 else { return [] }
        return zip(towns.all, shares).filter { $1 > most * 0.95 }.map(\.0.town)
    }

    private mutating func considerPlaces(of towns: [Int]) {
        var left = Self.mostPlaces
        for town in towns {
            for slot in base.placesOfTowns.slots(town).prefix(max(0, left)) { consider(place: base.placesOfTowns.entries[slot]) }
            left -= base.placesOfTowns.slots(town).count
        }
    }
}
