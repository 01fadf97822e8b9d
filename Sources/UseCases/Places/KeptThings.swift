import Domain

/// Things as they were read at one version of the lists, until the clock's next five minutes: at midnight « today » is another day, and
/// whoever paused comes back. What is no longer public is kept as nothing, and not looked for again.
struct KeptThings<Subject, Thing: Sendable> {
    typealias Kept = KeptThing<Thing>
    private static var most: Int { 150_000 }
    /// Milliseconds; midnight is a multiple of it in every time zone.
    private static var lifetime: Int64 { 5 * 60_000 }
    private var things: [ID<Subject>: Kept?] = [:]
    private var versions: [Int: Int64] = [:]
    private var generation = -1
    private var span: Int64 = -1

    /// Forgets what was read at other versions, or too long ago.
    mutating func turn(to communes: NearCommunes, now: Moment) {
        let present = now.milliseconds / Self.lifetime
        if generation == communes.generation, span == present { return }
        generation = communes.generation
        if versions == communes.versions, span == present { return }
        (things, versions, span) = ([:], communes.versions, present)
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
