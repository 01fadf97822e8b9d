import Domain
import Geography
import Persistence
import Secrets
import UseCases

/// A city of two hundred quartiers of a square kilometre, where very many people help: each at an address of their own, with a way of travel,
/// a reach, days, hours and asks behind them.
struct WaveTown: Sendable {
    static let columns = 20, rows = 10
    static let batch = 20_000

    let house: House
    let chance: Chance
    let now: Moment
    let slug: String

    func fill(_ helpers: Int) async throws -> Town {
        let town = try await TownKeeping(house).open(
            TownOpening(slug: slug, name: "Grand-Ville", phone: "04 00 00 00 00", administrator: "admin@\(slug).invalid"))
        try await house.write(town) { scope in
            for position in 0..<Self.columns * Self.rows { try Neighbourhoods(scope).save(quartier(position)) }
            try TownVersions(scope.sql).raiseSettings(of: town.id)
        }
        try await house.towns.refresh()
        guard let facts = house.towns.town(id: town.id) else { throw Refusal.notFound }
        for start in stride(from: 0, to: helpers, by: Self.batch) {
            try await house.write(town) { scope in
                let past = try pastRequest(start, facts, in: scope)
                for number in start..<min(helpers, start + Self.batch) { try add(number, facts, asked: past, in: scope) }
            }
        }
        return town
    }

    /// A kilometre wide and high.
    private func quartier(_ position: Int) -> Neighbourhood {
        let (row, column) = position.quotientAndRemainder(dividingBy: Self.columns)
        let (wide, high) = (0.01246, 0.00899)
        let (west, south) = (4.8 + Double(column) * wide, 44 + Double(row) * high)
        let outline = [(0.0, 0.0), (wide, 0), (wide, high), (0, high), (0, 0)].map { Point(longitude: west + $0, latitude: south + $1) }
        let region = Region(outline: outline)
        return Neighbourhood(
            id: house.world.id(), slug: "quartier-\(position)", name: "Quartier \(position)", region: region, anchor: region?.anchor,
            position: position)
    }

    func point(in quartier: Neighbourhood) -> Point? {
        guard let box = quartier.region?.boundingBox else { return nil }
        return Point(longitude: box.west + share() * (box.east - box.west), latitude: box.south + share() * (box.north - box.south))
    }

    /// One in ten knows no better than the quartier.
    func person(_ number: Int, _ facts: TownFacts) -> Person {
        let quartier = chance.pick(facts.neighbourhoods)
        let spot: Spot? = chance.below(10) == 0 ? nil : point(in: quartier).map {
            Spot(
                point: $0, cell: nil, street: AddressStreet.Key(insee: "84000", name: "Rue \(number / 40)", postcode: "84000"),
                house: "\(number % 40)")
        }
        return Person(
            id: ID(at: now - .minutes(number % 500_000), random: chance.next), firstName: chance.pick(Samples.firstNames),
            email: EmailAddress("personne\(number)@\(slug).invalid"), channel: .email, neighbourhood: quartier.id, spot: spot,
            hasAccount: true, createdAt: now - .days(400))
    }

    private func add(_ number: Int, _ facts: TownFacts, asked past: ID<HelpRequest>, in scope: TownTransaction) throws {
        let person = person(number, facts)
        try People(scope).insert(person)
        var helper = Helper(person: person.id, neighbourhood: person.neighbourhood, joinedAt: now - .minutes(chance.below(500_000)))
        helper.categories = Set(
            facts.activeCategories.enumerated().filter { chance.below(100) < Self.share(ofCategory: $0.offset) }.map(\.element.id))
        helper.tier = TrustTier(rawValue: chance.below(4)) ?? .doorstep
        helper.travel = [.foot, .foot, .foot, .bicycle, .car][chance.below(5)]
        helper.radius = chance.pick(AvailabilityForm.radii)
        helper.isRemoteOnly = chance.below(10) == 0
        helper.days = Set((1...7).filter { _ in chance.below(3) > 0 } + [1 + chance.below(7)])
        let hours = chance.pick(FreeTime.Part.allCases).hours
        (helper.fromHour, helper.toHour) = (hours.lowerBound, hours.upperBound)
        helper.pausedUntil = chance.below(20) == 0 ? now + .days(10) : nil
        helper.asleepSince = chance.below(12) == 0 ? now - .days(3) : nil
        helper.weeklyAsks = 1 + chance.below(2)
        // A quarter was never asked; of the others one in eight this week, and half of these want no more than that.
        let isBusy = chance.below(8) == 0
        if chance.below(4) > 0 { helper.lastAskedAt = now - .minutes(isBusy ? 1 + chance.below(9_000) : 10_000 + chance.below(200_000)) }
        try Helpers(scope).save(helper)
        if isBusy, let asked = helper.lastAskedAt { try ask(helper.person, past, at: asked, in: scope) }
    }

    private func ask(_ helper: ID<Person>, _ request: ID<HelpRequest>, at moment: Moment, in scope: TownTransaction) throws {
        try Asks(scope).insert(
            Ask(id: house.world.id(), request: request, wave: house.world.id(), helper: helper, sentAt: moment, dueAt: moment + .days(1)),
            tokenHash: Token().hash)
    }

    /// What those of one batch were asked for.
    private func pastRequest(_ number: Int, _ facts: TownFacts, in scope: TownTransaction) throws -> ID<HelpRequest> {
        let asker = Person(id: house.world.id(), firstName: "Jeanne", channel: .phone, createdAt: now)
        try People(scope).insert(asker)
        var request = request(number, chance.pick(facts.activeCategories), by: asker, at: nil)
        request.status = .closed
        try HelpRequests(scope).insert(request, trackingHash: Token().hash, mayBePublic: false)
        return request.id
    }

    /// From one helper in two down to one in twenty.
    static func share(ofCategory position: Int) -> Int { max(5, 50 - position * 4) }

    func request(_ number: Int, _ category: Domain.Category, by person: Person, at quartier: ID<Neighbourhood>?) -> HelpRequest {
        let wanted: WhenWanted = [.now, .now, .every(.weekly)][number % 3]
        let sequence = UInt64(number)
        return HelpRequest(
            id: house.world.id(), reference: Reference(random: { sequence }), category: category.id, neighbourhood: quartier,
            asker: person.id, beneficiary: person.id, wanted: wanted, urgency: Urgency(wanted, now: now), door: .web, status: .open,
            rung: number % 5 == 0 ? .wider : .helpers, rungDue: now + .days(1), owner: person.id, createdAt: now)
    }

    private func share() -> Double { Double(chance.below(1_000_000)) / 1_000_000 }
}
