import Domain
import Persistence

/// Where requests are missing, and what is printed to go and find them.
public struct Demand: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Board: Sendable {
        /// In the town's order, what has no quartier last.
        public var quartiers: [QuartierDemand]
        /// As the town noted them.
        public var elders: [ID<Neighbourhood>: Int]
        public var now: Moment
    }

    /// Referents see their own quartiers, administrators the town.
    public func board(by actor: Actor, in facts: TownFacts) async throws -> Board {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let picture = try DemandPicture(scope, facts, now)
            let places = (facts.neighbourhoods.map { $0.id } as [ID<Neighbourhood>?]) + [nil]
            let quartiers = places.filter(actor.mayGuide).map(picture.quartier)
            return Board(
                quartiers: quartiers.filter { $0.neighbourhood != nil || !$0.rows.isEmpty }, elders: picture.noted, now: now)
        }
    }

    /// Notes how many people of 75 and over live in each quartier.
    public func note(_ form: EldersForm, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.administrator) else { throw Refusal.notFound }
        let figures = try form.read(facts.neighbourhoods)
        try await house.write(facts.town) { [house] scope in
            for (neighbourhood, count) in figures { try Elders(scope).note(count, in: neighbourhood) }
            let entry = JournalEntry(
                at: house.world.now(), actor: actor.person, action: .changedSettings, subjectKind: "towns", subject: nil, purpose: "elders")
            try Journal(scope).append(entry, id: house.world.id())
        }
    }

    /// What a sheet of paper bears of a quartier, or of the whole town.
    public struct Sheet: Sendable {
        public var neighbourhood: Neighbourhood?
        /// Of the page where help is asked for, whole, for the QR code.
        public var address: String
        /// Of the town's site, as it is typed.
        public var site: String
        public var now: Moment
    }

    /// - Parameter slug: nil is the whole town.
    /// - Throws: `notFound` for a quartier that the town has not.
    public func sheet(for slug: String?, by actor: Actor, in facts: TownFacts) throws(Refusal) -> Sheet {
        guard actor.isGuide else { throw .notFound }
        let neighbourhood = slug.flatMap { facts.neighbourhood(slug: $0) }
        if slug != nil, neighbourhood == nil { throw .notFound }
        let base = house.base(of: facts.town)
        let page = base + "/demandes/nouvelle" + (neighbourhood.map { "?quartier=\($0.slug)" } ?? "")
        let typed = base.hasPrefix("https://") ? String(base.dropFirst(8)) : base.hasPrefix("http://") ? String(base.dropFirst(7)) : base
        return Sheet(neighbourhood: neighbourhood, address: page, site: typed, now: house.world.now())
    }
}
