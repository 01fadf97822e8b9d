import Domain
import Persistence

/// Offering help: the offers that the town sees, and the private availability that waves are drawn from.
public struct Offering: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public func choices(_ facts: TownFacts, for person: Person) -> OfferForm.Choices {
        OfferForm.Choices(
            categories: facts.categories, neighbourhoods: facts.neighbourhoods, now: house.world.now(), zone: facts.town.timeZone,
            needsBirthYear: person.birthYear == nil)
    }

    /// - Throws: `refusal.stopped` while new contacts of this person are stopped.
    public func check(_ person: Person, in facts: TownFacts) async throws {
        guard try await !house.read(facts.town, { try ContactStops($0).holds(anyOf: [person.id]) }) else { throw ContactStop.refusal }
    }

    /// One offer per kind of help. What the person offers already is renewed, so that sending twice offers once.
    public func offer(_ form: OfferForm, in facts: TownFacts, by actor: Actor) async throws {
        guard let id = actor.person else { throw Refusal.signInFirst }
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            guard var person = try People(scope).find(id) else { throw Refusal.signInFirst }
            guard try !ContactStops(scope).holds(anyOf: [id]) else { throw ContactStop.refusal }
            let new = try form.read(choices(facts, for: person))
            try facts.town.settings.textGuard.reread(new.details, field: "details", insisted: form["sure"] == "yes")
            person.birthYear = person.birthYear ?? new.birthYear
            person.neighbourhood = person.neighbourhood ?? new.neighbourhood
            try People(scope).save(person)
            try Helpers(scope).save(try availability(of: person, new, facts, in: scope, now: now))
            let offers = try Offers(scope)
            let known = try offers.of(id)
            let cell = person.spot?.cell(in: new.neighbourhood, facts)
            for category in new.categories {
                guard var offer = known.first(where: { $0.category == category.id }) else {
                    try offers.insert(first(new, category, of: id, at: cell, facts.town.settings, now: now))
                    continue
                }
                if renew(&offer, new, category, at: cell, facts.town.settings, now: now) {
                    try PendingTexts(scope).wroteAnew(.offer, offer.id.bytes, at: now)
                }
                try offers.save(offer)
            }
        }
    }

    private func availability(
        of person: Person, _ new: NewOffer, _ facts: TownFacts, in scope: TownTransaction, now: Moment
    ) throws -> Helper {
        var helper = try Helpers(scope).find(person.id) ?? .newcomer(person, in: facts.town, now: now)
        helper.isActive = true
        if let year = person.birthYear { helper.isMinor = AgeGroup(birthYear: year, now: now, in: facts.town.timeZone) == .minor }
        helper.categories.formUnion(new.categories.map(\.id))
        helper.neighbourhood = new.neighbourhood ?? helper.neighbourhood
        helper.days = new.time.weekdays
        helper.fromHour = new.time.part.hours.lowerBound
        helper.toHour = new.time.part.hours.upperBound
        helper.isRemoteOnly = new.reach == .remote
        helper.radius = new.reach.radius
        helper.travel = new.reach == .town && helper.travel == .foot ? .car : helper.travel
        helper.weeklyAsks = max(helper.weeklyAsks, Helper.usualWeeklyAsks)
        return helper
    }

    private func first(
        _ new: NewOffer, _ category: Category, of person: ID<Person>, at cell: Int?, _ settings: TownSettings, now: Moment
    ) -> Offer {
        var offer = Offer(
            id: house.world.id(), person: person, category: category.id, neighbourhood: new.neighbourhood, cell: cell,
            details: new.details, createdAt: now)
        offer.start(Publication.start(of: new.details, in: category, settings))
        return offer
    }

    /// Answers whether its words are new.
    private func renew(
        _ offer: inout Offer, _ new: NewOffer, _ category: Category, at cell: Int?, _ settings: TownSettings, now: Moment
    ) -> Bool {
        offer.status = .active
        (offer.neighbourhood, offer.cell) = (new.neighbourhood, cell)
        offer.updatedAt = now
        return new.details.map { offer.rewrite($0, in: category, settings) } ?? false
    }
}

extension Helper {
    /// Somebody who helps for the first time: trusted for help from afar, until more is granted (B-02).
    static func newcomer(_ person: Person, in town: Town, now: Moment) -> Helper {
        var helper = Helper(person: person.id, neighbourhood: person.neighbourhood, joinedAt: now)
        helper.languages = [person.language]
        helper.isMinor = person.birthYear.map { AgeGroup(birthYear: $0, now: now, in: town.timeZone) == .minor } ?? false
        return helper
    }
}
