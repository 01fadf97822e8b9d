import Domain
import Persistence

/// « Je peux aider »: a yes to a public need, by the same rules as a yes to an ask.
public struct Helping: Sendable {
    /// What somebody sees before saying yes.
    public struct Question: Sendable {
        public var need: Need
        public var category: Category
        /// Why this person may not help with it yet.
        public var obstacle: Refusal?
        /// Somebody who never offered help says first how old they are (B-08).
        public var needsBirthYear: Bool
    }

    public enum Standing: Sendable {
        case question(Question)
        /// This person has said yes already.
        case helping(ID<Match>)
        /// Somebody else was faster, or it is no longer needed.
        case over
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// - Throws: `notFound` for what never was public.
    public func standing(_ id: ID<HelpRequest>, for viewer: Viewer, in facts: TownFacts) async throws -> Standing {
        let calendar = RoughCalendar(now: house.world.now(), in: facts.town.timeZone)
        return try await house.read(facts.town) { scope in
            let (request, category) = try find(id, facts, in: scope)
            if let match = try Matches(scope).active(for: id), match.helper == viewer.person.id { return .helping(match.id) }
            guard let need = try NeedListing(scope, calendar: calendar).find(id),
                try !Blocks(scope).between(viewer.person.id, anyOf: [request.asker, request.beneficiary])
            else { return .over }
            let helper = try Helpers(scope).find(viewer.person.id)
            let isOwn = [request.asker, request.beneficiary].contains(viewer.person.id)
            let isStopped = try ContactStops(scope).holds(anyOf: [viewer.person.id])
            let obstacle =
                isOwn
                ? Refusal(.forbidden, "refusal.ownRequest")
                : isStopped ? ContactStop.refusal : helper.flatMap { Eligibility.mayHelp($0, category) }
            return .question(
                Question(
                    need: need, category: category, obstacle: obstacle, needsBirthYear: helper == nil && viewer.person.birthYear == nil))
        }
    }

    /// Says yes. The first yes wins; one's own second yes is the first.
    ///
    /// Who never offered help becomes a helper for this once: trusted from afar, and never asked by mail unless they say so.
    /// - Throws: `refusal.alreadyMatched`; why not, when the tier is too low: the newcomer is kept, so that the charter can be accepted.
    public func help(_ id: ID<HelpRequest>, birthYear: String?, by actor: Actor, in facts: TownFacts) async throws -> Match {
        guard let person = actor.person else { throw Refusal.signInFirst }
        let now = house.world.now()
        try await welcome(person, to: id, birthYear: birthYear, facts, now: now)
        return try await house.write(facts.town, listings: true) { scope in
            var (request, _) = try find(id, facts, in: scope)
            if let match = try Matches(scope).active(for: id), match.helper == person { return match }
            guard request.status == .open else { throw Matching.alreadyMatched }
            return try Matching(house).begin(&request, helper: person, origin: .need, town: facts.town, in: scope, now: now)
        }
    }

    /// Those that are or were public; anything else is nobody's to know.
    private func find(_ id: ID<HelpRequest>, _ facts: TownFacts, in scope: TownTransaction) throws -> (HelpRequest, Category) {
        guard let request = try HelpRequests(scope).find(id), request.status != .awaitingAgreement,
            let category = facts.category(request.category), category.mayBePublic
        else { throw Refusal(.notFound, "needs.gone") }
        return (request, category)
    }

    private func welcome(
        _ id: ID<Person>, to request: ID<HelpRequest>, birthYear: String?, _ facts: TownFacts, now: Moment
    ) async throws {
        guard try await house.read(facts.town, { try Helpers($0).find(id) }) == nil else { return }
        try await house.write(facts.town) { scope in
            let (_, category) = try find(request, facts, in: scope)
            guard try Helpers(scope).find(id) == nil, var person = try People(scope).find(id) else { return }
            if person.birthYear == nil {
                var reader = FormReader()
                person.birthYear = reader.helperBirthYear("birthYear", birthYear, now: now, in: facts.town.timeZone)
                try reader.finish()
                try People(scope).save(person)
            }
            guard let year = person.birthYear, AgeGroup(birthYear: year, now: now, in: facts.town.timeZone) != .tooYoung else {
                throw Refusal(.forbidden, "refusal.tooYoung")
            }
            var helper = Helper.newcomer(person, in: facts.town, now: now)
            helper.categories = [category.id]
            helper.weeklyAsks = 0
            try Helpers(scope).save(helper)
        }
    }
}
