extension Search {
    /// Entries of the index that one question may cost, besides those of its rarest word.
    private static let budget = 4_000
    /// Places looked at where only common words were typed, the important ones first.
    private static let mostPlaces = 6_000
    private static let mostTowns = 60

    /// From the rarest word on, the names that have it; where only common words are left, the streets of the towns in question.
    mutating func run() {
        let order = question.query.words.indices.map { (rank: $0, size: size($0)) }.filter { $0.size > 0 }
            .sorted { ($0.size, $0.rank) < ($1.size, $1.rank) }
        considerCommunes()
        var (used, isAnchored, common) = (0, false, [Int]())
        var open = Qualities(repeating: 255)
        for (rank, size) in order {
            if isSettled(open) { return }
            if used + size > Self.budget {
                common.append(rank)
                continue
            }
            if !Abbreviations.little.contains(question.query.words[rank]) {
                open[rank] = 0
                isAnchored = isAnchored || !question.query.words[rank].isNumber
            }
            used += size
            considerNames(rank)
        }
        guard let first = common.first else { return }
        let named = namedTowns()
        if !named.isEmpty { considerPlaces(of: named) }
        guard !isAnchored, named.isEmpty else { return }
        considerPlaces(of: bias.home)
        considerNames(first, mostPlaces: Self.mostPlaces)
    }

    /// Whether no name without the words already looked up can come first any more.
    private func isSettled(_ open: Qualities) -> Bool {
        guard let first = best.all.first else { return false }
        let reachable = question.share(pointwiseMax(open, towns.best))
        return first.score > Score.ceiling(reachable, bias: bias.most)
    }

    private func size(_ rank: Int) -> Int {
        question.spans.reduce(0) { $0 + ($1.word == rank ? base.vocabulary.names.slots($1.numbers).count : 0) }
    }

    private mutating func considerNames(_ rank: Int, mostPlaces: Int = .max) {
        var left = mostPlaces
        for span in question.spans where span.word == rank {
            for slot in base.vocabulary.names.slots(span.numbers) {
                let name = Int(base.vocabulary.names.entries[slot])
                consider(name: name)
                left -= base.names.places.slots(name).count
                if left <= 0 { return }
            }
        }
    }

    private mutating func considerCommunes() {
        let best = towns.all.map { (share: question.share($0.qualities), town: $0.town) }
            .sorted { ($1.share, $0.town) < ($0.share, $1.town) }
        for (_, town) in best.prefix(Self.mostTowns) { consider(place: base.communes[town]) }
    }

    /// The towns that answer the query best, if any does by more than a letter or two.
    private func namedTowns() -> [Int] {
        let shares = towns.all.map { match in
            match.words == 0 ? 0 : question.share(match.qualities.replacing(with: 0, where: match.qualities .< Quality.initial &+ 20))
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
