import Domain
import Persistence

extension Dispatch {
    /// Writes a volunteer down who has a telephone and no e-mail: from now on they are suggested, rung, and told by voice; never written to.
    ///
    /// The same form twice is one volunteer. Whoever is known already by this first name and number, because they asked for help, helps too.
    /// - Throws: fields; `refusal.helperKnown` for somebody with an account, whose availability is theirs alone.
    public func writeDown(
        _ form: PhoneHelperForm, language: String, by actor: Actor, in facts: TownFacts
    ) async throws -> ID<Person> {
        guard actor.answersCalls, let collector = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        let new = try form.read(
            .init(categories: facts.categories, neighbourhoods: facts.neighbourhoods, now: now, zone: facts.town.timeZone))
        guard actor.runsDesk || actor.mayGuide(new.neighbourhood) else {
            throw Refusal.invalid("neighbourhood", "refusal.dispatch.otherQuartier")
        }
        return try await house.write(facts.town, listings: true) { [house] scope in
            let known = try known(new, in: scope)
            if let known, try Helpers(scope).find(known.id)?.isActive == true { return known.id }
            var person = known ?? Person(id: house.world.id(), firstName: new.firstName, phone: new.phone, channel: .phone, createdAt: now)
            (person.lastName, person.birthYear) = (new.lastName ?? person.lastName, new.birthYear)
            person.neighbourhood = new.neighbourhood ?? person.neighbourhood
            if known == nil { try People(scope).insert(person) } else { try People(scope).save(person) }
            try Helpers(scope).save(helper(new, person, facts.town, in: scope, now: now))
            let proof = ConsentProof(house: house, town: facts.town, language: language)
            for saying in [ConsentWords.Saying.helperNotice, .charter] {
                try proof.give(saying, by: person.id, .init(channel: .phone, collectedBy: collector, at: now), in: scope)
            }
            try journal(.recorded, by: actor, "people", person.id.bytes, for: "helper_by_phone", in: scope)
            return person.id
        }
    }

    /// - Throws: where it is for the person alone to say.
    private func known(_ new: PhoneHelperForm.NewHelper, in scope: TownTransaction) throws -> Person? {
        let same = try People(scope).withPhone(new.phone).filter { Slug.of($0.firstName) == Slug.of(new.firstName) }
        guard !same.contains(where: { $0.hasAccount || $0.isMailed }) else { throw Refusal.invalid("phone", "refusal.helperKnown") }
        return same.first
    }

    private func helper(
        _ new: PhoneHelperForm.NewHelper, _ person: Person, _ town: Town, in scope: TownTransaction, now: Moment
    ) throws -> Helper {
        var helper = try Helpers(scope).find(person.id) ?? Helper(person: person.id, joinedAt: now)
        helper.isActive = true
        (helper.categories, helper.neighbourhood, helper.isMinor) = (new.categories, person.neighbourhood, new.isMinor)
        (helper.charterVersion, helper.charterAcceptedAt) = (town.settings.charterVersion, now)
        helper.tier = helper.tier(granted: try TrustGrants(scope).of(person.id))
        return helper
    }
}
