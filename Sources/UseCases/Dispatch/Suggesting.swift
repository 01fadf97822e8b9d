import Domain
import Persistence

/// Who could take one request, inside a transaction.
struct Suggesting {
    /// So many are looked at, of whom a handful is shown.
    static let looked = 3 * DispatchSuggestion.mostHelpers

    let house: House
    let facts: TownFacts
    let scope: TownTransaction
    let request: HelpRequest
    let category: Category
    let actor: Actor
    let now: Moment

    init(_ house: House, _ facts: TownFacts, _ scope: TownTransaction, _ request: HelpRequest, by actor: Actor) throws {
        guard let category = facts.category(request.category) else { throw Refusal.notFound }
        (self.house, self.facts, self.scope, self.request, self.category) = (house, facts, scope, request, category)
        (self.actor, now) = (actor, house.world.now())
    }

    /// Nobody is asked at this hour; what is urgent still goes to those who agreed to nights.
    var isNight: Bool { RungClock(facts.town, at: now).isNight(now) }

    /// By night those are shown who can be asked in the morning.
    private var moment: Moment { request.urgency < .urgent ? RungClock(facts.town, at: now).waking(atOrAfter: now) : now }

    /// As on the wider ring: a dispatcher sees how far it is, and who has not answered lately.
    private var finding: WaveFinding {
        var wide = request
        wide.rung = .wider
        return WaveFinding(house, facts.town, scope, wide, category, now: moment)
    }

    /// Only who guides a request joins somebody to it whose people's contacts are stopped.
    private func mayMeetSomebodyNew() throws -> Bool { try actor.isGuide(of: request) || !Dispatch(house).isStopped(request, in: scope) }

    /// Everybody, best first.
    func all() throws -> [DispatchSuggestion] {
        SuggestionRanking(request, category).ordered(
            try helpers().map(DispatchSuggestion.helper) + organisations().map(DispatchSuggestion.organisation))
    }

    func helpers() throws -> [SuggestedHelper] {
        guard try mayMeetSomebodyNew() else { return [] }
        let found = try finding.byHand(Self.looked).found.prefix(Self.looked)
        let people = try People(scope).find(found.map(\.person))
        let loads = try HelperLoads(scope).of(found.map(\.person))
        let search = try finding.search(at: moment)
        let tried = try DispatchCalls(scope).about(request.id)
        let helpers = try found.compactMap { one -> SuggestedHelper? in
            guard let person = people[one.person] else { return nil }
            return try described(SuggestedHelper(person, one.candidate, one, load: loads[one.person] ?? 0), one.candidate, search, tried)
        }
        let ranked = SuggestionRanking(request, category).ordered(helpers.map(DispatchSuggestion.helper)).compactMap(\.helper)
        let shown = ranked.prefix(DispatchSuggestion.mostHelpers)
        return try noting(shown + promised(tried, besides: shown.map(\.person)))
    }

    /// Whoever is to be rung again stays, however they were found and whoever is nearer since.
    private func promised(_ tried: [DispatchCall], besides shown: [ID<Person>]) throws -> [SuggestedHelper] {
        let last = Dictionary(tried.map { ($0.helper, $0) }) { $1 }.values.filter { $0.againAt != nil && !shown.contains($0.helper) }
        return try looked(at: Array(try People(scope).find(last.map(\.helper)).values), tried)
    }

    /// Those who have exactly this number or address, and why not, should a rule stand in the way.
    func helpers(with contact: String) throws -> [SuggestedHelper] {
        let people = try People(scope)
        let typed = PlainText.line(contact)
        let known =
            if let email = EmailAddress(typed) { try people.residents(with: email) } else {
                try PhoneNumber(typed).map(people.withPhone) ?? []
            }
        return try noting(try looked(at: known, try DispatchCalls(scope).about(request.id)))
    }

    private func looked(at people: [Person], _ tried: [DispatchCall]) throws -> [SuggestedHelper] {
        guard !people.isEmpty else { return [] }
        let loads = try HelperLoads(scope).of(people.map(\.id))
        let search = try finding.search(at: moment)
        let met = try Matches(scope).helpers(of: request.beneficiary)
        return try people.compactMap { person -> SuggestedHelper? in
            guard let helper = try Helpers(scope).find(person.id) ?? (person.hasAccount ? unwilling(person) : nil) else { return nil }
            let candidate = try candidate(helper, person, isKnown: met.contains(person.id))
            let found = search.found(candidate)
            var one = try described(SuggestedHelper(person, candidate, found, load: loads[person.id] ?? 0), candidate, search, tried)
            one.refusal = try refusal(helper, person)
            one.obstacle = search.obstacle(of: candidate)
            return one
        }
    }

    /// Somebody with an account who never said how they help.
    private func unwilling(_ person: Person) -> Helper {
        var helper = Helper(person: person.id, neighbourhood: person.neighbourhood, joinedAt: person.createdAt)
        helper.isActive = false
        return helper
    }

    private func candidate(_ helper: Helper, _ person: Person, isKnown: Bool) throws -> Candidate {
        let recent = try Asks(scope).of(helper: person.id).count { $0.sentAt > now - Candidate.budgetPeriod && $0.request != request.id }
        let home = helper.neighbourhood == person.neighbourhood ? person.spot?.point : nil
        var candidate = Candidate(helper: helper, recentAsks: recent, home: home, hasHelpedBefore: isKnown)
        candidate.noShows = try NoShows(scope).countKept(of: person.id, now: now)
        return candidate
    }

    private func refusal(_ helper: Helper, _ person: Person) throws -> Refusal? {
        if person.id == request.asker || person.id == request.beneficiary { return Refusal(.forbidden, "refusal.ownRequest") }
        if let refusal = Eligibility.mayHelp(helper, category) { return refusal }
        let isApart =
            try Blocks(scope).between(person.id, anyOf: [request.asker, request.beneficiary])
            || ContactStops(scope).holds(anyOf: [person.id])
            || !mayMeetSomebodyNew()
        return isApart ? Refusal(.conflict, "refusal.notAvailable") : nil
    }

    private func described(
        _ helper: SuggestedHelper, _ candidate: Candidate, _ search: HelperSearch, _ tried: [DispatchCall]
    ) throws -> SuggestedHelper {
        var helper = helper
        helper.metres = search.metres(to: candidate)
        helper.call = tried.last { $0.helper == helper.person }
        return helper
    }

    /// What was said to those who are shown, and who is being rung this very minute.
    private func noting(_ helpers: [SuggestedHelper]) throws -> [SuggestedHelper] {
        let open = try DispatchCalls(scope).open(to: helpers.map(\.person))
        return try helpers.map { helper in
            var helper = helper
            helper.ask = try Asks(scope).find(request.id, helper: helper.person)
            helper.isBusy = open.contains {
                $0.helper == helper.person && $0.isHeld(at: now) && !($0.caller == actor.person && $0.request == request.id)
            }
            return helper
        }
    }

    /// Those who may be asked, and those who were.
    func organisations() throws -> [SuggestedOrganisation] {
        let asks = try OrganisationAsks(scope).of(request.id)
        let held = try Organisations(scope).held()
        return try available().map { one in
            SuggestedOrganisation(one, load: held[one.id] ?? 0, ask: asks.first { $0.organisation == one.id })
        }
    }

    /// As their turn would have it, whoever was asked included.
    private func available() throws -> [Organisation] {
        let turn = try OrganisationRound(house: house, town: facts.town, scope: scope, now: now).turn(request, asked: [])
        let active = try Organisations(scope).active()
        return Rung.allCases.flatMap { turn.ordered(active, on: $0) }
    }
}
