import Domain
import Persistence
import Secrets
import UseCases

extension LargeTown {
    func addRequest(_ number: Int, by people: [ID<Person>], _ facts: TownFacts, in scope: TownTransaction) throws {
        let category = chance.pick(facts.activeCategories.filter(\.mayBePublic))
        let created = age(number, of: 100_000)
        let person = chance.pick(people)
        let wanted = wanted(facts)
        let sequence = UInt64(number)
        var request = HelpRequest(
            id: ID(at: created, random: chance.next), reference: Reference(random: { sequence }), category: category.id,
            neighbourhood: chance.pick(facts.neighbourhoods).id, asker: person, beneficiary: person, wanted: wanted,
            urgency: Urgency(wanted, now: now), door: .web, details: chance.pick(Samples.details), status: .open, rung: .helpers,
            rungDue: now + .days(1), owner: person, createdAt: created)
        if number % 3 == 0 {
            request.review = .approved
            request.publicText = request.details
        }
        try HelpRequests(scope).insert(request, trackingHash: Token().hash, mayBePublic: true)
    }

    func addOffer(_ number: Int, by people: [ID<Person>], _ facts: TownFacts, in scope: TownTransaction) throws {
        let created = age(number, of: 100_000)
        let cell = facts.cells[chance.below(facts.cells.count) + 1]
        var offer = Offer(
            id: ID(at: created, random: chance.next), person: chance.pick(people), category: chance.pick(facts.activeCategories).id,
            neighbourhood: cell?.neighbourhood, cell: cell?.number, details: chance.pick(Samples.details), createdAt: created)
        if number % 3 == 0 {
            offer.review = .approved
            offer.publicText = offer.details
        }
        try Offers(scope).insert(offer)
    }

    /// Trusted with everything, with days, hours and reach of their own.
    func helper(_ person: Person) -> Helper {
        var helper = Helper(person: person.id, neighbourhood: person.neighbourhood, joinedAt: person.createdAt)
        helper.tier = .money
        helper.days = Set((1...7).filter { _ in chance.below(3) > 0 } + [6])
        let hours = chance.pick(FreeTime.Part.allCases).hours
        (helper.fromHour, helper.toHour) = (hours.lowerBound, hours.upperBound)
        helper.radius = chance.pick([500, 2_000, 5_000])
        return helper
    }

    private func wanted(_ facts: TownFacts) -> WhenWanted {
        switch chance.below(10) {
        case 0..<4: .now
        case 4..<8: .on(LocalTime(now + .days(chance.below(14)), in: facts.town.timeZone).midnight)
        default: .every(chance.pick(WhenWanted.Rhythm.allCases))
        }
    }
}
