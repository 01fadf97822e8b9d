import Domain

/// Things as they were read at one version of the lists, for half a minute at most: « today » is another day tomorrow. What is no
/// longer public is kept as nothing, and not looked for again.
struct KeptThings<Subject, Thing: Sendable> {
    typealias Kept = KeptThing<Thing>
    private static var most: Int { 150_000 }
    private var things: [ID<Subject>: Kept?] = [:]
    private var versions: [Int: Int64] = [:]
    private var generation = -1
    private var until = ContinuousClock.now

    /// Forgets what was read at other versions.
    mutating func turn(to communes: NearCommunes) {
        let now = ContinuousClock.now
        if generation == communes.generation, now < until { return }
        generation = communes.generation
        if versions == communes.versions, now < until { return }
        (things, versions, until) = ([:], communes.versions, now + .seconds(30))
    }

    /// What is known of each, in this order, and those of which nothing is.
    func look(for ids: [ID<Subject>]) -> (found: [Kept?], missing: [ID<Subject>]) {
        var missing: [ID<Subject>] = []
        let found = ids.map { id in
            if let known = things[id] { return known }
            missing.append(id)
            return nil
        }
        return (found, missing)
    }

    /// - Parameter read: at these versions; of no use once they have risen.
    mutating func keep(_ read: [ID<Subject>: Kept?], at communes: NearCommunes) {
        guard versions == communes.versions else { return }
        if things.count > Self.most { things = [:] }
        things.merge(read) { _, new in new }
    }
}
