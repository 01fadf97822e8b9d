import Domain

/// What the Géoplateforme answered of late, in the memory of this process alone; bounded, what was not asked for longest goes first.
struct GeocoderMemory {
    private struct Entry {
        let candidates: [AddressCandidate]
        let expiresAt: Moment
        var usedAt: Int
    }

    private let capacity: Int
    private var entries: [GeocoderQuestion: Entry] = [:]
    private var uses = 0

    init(capacity: Int = 10_000) { self.capacity = capacity }

    var count: Int { entries.count }

    mutating func answer(to question: GeocoderQuestion, at now: Moment) -> [AddressCandidate]? {
        guard let entry = entries[question] else { return nil }
        guard now < entry.expiresAt else {
            entries[question] = nil
            return nil
        }
        uses += 1
        entries[question]?.usedAt = uses
        return entry.candidates
    }

    /// For a day; a street that was not found may be new, or badly typed: ten minutes.
    mutating func keep(_ candidates: [AddressCandidate], for question: GeocoderQuestion, at now: Moment) {
        uses += 1
        entries[question] = Entry(candidates: candidates, expiresAt: now + (candidates.isEmpty ? .minutes(10) : .days(1)), usedAt: uses)
        if entries.count > capacity { forget() }
    }

    /// A quarter at once, so that the sorting is paid for by many.
    private mutating func forget() {
        for old in entries.sorted(by: { $0.value.usedAt < $1.value.usedAt }).prefix(max(1, capacity / 4)) { entries[old.key] = nil }
    }
}
