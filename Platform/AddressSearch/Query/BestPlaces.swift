/// A place that answers, before its words are written.
struct Found {
    let place: UInt32
    /// The name by which it was found.
    let name: UInt32
    /// By word of the query.
    var qualities: Qualities
    var score: Float = 0
    /// Among all houses; nil for the place itself.
    var house: Int?
    /// A number that was asked for and that the place does not have.
    var unknownNumber: Int?
}

/// The best places so far, each once, the best first; of equals the first of the base.
struct BestPlaces {
    private(set) var all: [Found] = []
    let limit: Int

    init(limit: Int) {
        self.limit = limit
        all.reserveCapacity(limit + 1)
    }

    /// What a newcomer has to reach.
    var threshold: Float { all.count < limit ? 0 : all[all.count - 1].score }

    mutating func insert(_ found: Found) {
        if let known = all.firstIndex(where: { $0.place == found.place }) {
            guard all[known].score < found.score else { return }
            all.remove(at: known)
        }
        let position = all.firstIndex { ($0.score, found.place) < (found.score, $0.place) } ?? all.count
        guard position < limit else { return }
        all.insert(found, at: position)
        if all.count > limit { all.removeLast() }
    }
}
