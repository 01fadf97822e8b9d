import Domain
import Persistence
import Secrets

/// Raising a worry about somebody one has to do with: on the telephone, in a request that one guides, as their helper.
///
/// To whoever has nothing to do with them nothing of it exists: `Refusal.notFound`.
public struct Concerning: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Where one comes upon it.
    public enum Source: Sendable, Equatable {
        case call(ID<Call>)
        /// Somebody whom the desk is ringing.
        case caller(CallerKey)
        case request(ID<HelpRequest>)
        /// Somebody whom one helps.
        case match(ID<Match>)
    }

    /// Whom it would be about.
    public struct About: Sendable, Equatable {
        public var subject: ID<Person>?
        /// The name by which one knows them.
        public var name: String?
        var reference: Reference?
        var neighbourhood: ID<Neighbourhood>?
    }

    public func about(_ source: Source, by actor: Actor, in facts: TownFacts) async throws -> About {
        try await house.read(facts.town) { try about(source, by: actor, in: $0) }
    }

    /// Gives it to the social-action centre, or to whoever is on duty, with a time by which somebody takes it in hand.
    /// - Throws: what is missing, all at once.
    public func raise(_ form: ConcernForm, on source: Source, by actor: Actor, in facts: TownFacts) async throws -> ID<Concern> {
        guard let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let about = try about(source, by: actor, in: scope)
            let said = try form.read(isKnown: about.subject != nil)
            let organisation = try Self.recipient(in: about.neighbourhood, scope)
            guard let owner = try organisation?.owner ?? Roles(scope).owner(for: nil, at: now, besides: []) else { throw Refusal.notFound }
            var concern = Concern(
                id: house.world.id(), kind: said.kind, by: person, at: now, owner: owner, clock: RungClock(facts.town, at: now))
            // Who is named is somebody else than whom one spoke with.
            (concern.subject, concern.who, concern.words) = (said.who == nil ? about.subject : nil, said.who, said.words)
            (concern.reference, concern.organisation) = (about.reference, organisation?.id)
            try Concerns(scope).insert(concern)
            try ConcernLetters(house: house, town: facts.town).tell(of: concern, .raised, in: scope, now: now)
            try ConcernStep.schedule(concern, in: scope)
            return concern.id
        }
    }

    /// What whoever raised it is told: that it is in hand, never what came of it.
    public func raised(_ id: ID<Concern>, by actor: Actor, in facts: TownFacts) async throws -> Raised {
        try await house.read(facts.town) { scope in
            guard let concern = try Concerns(scope).find(id), let person = actor.person, concern.raisedBy == person else {
                throw Refusal.notFound
            }
            let organisation = try concern.organisation.flatMap { try Organisations(scope).find($0)?.name }
            return Raised(concern: concern, recipient: organisation, now: house.world.now())
        }
    }

    public struct Raised: Sendable {
        public var concern: Concern
        /// The social-action centre; nil where it is the town's duty.
        public var recipient: String?
        public var now: Moment
    }

    /// Of those who serve the quartier, the longest unasked.
    private static func recipient(in place: ID<Neighbourhood>?, _ scope: TownTransaction) throws -> Organisation? {
        try Organisations(scope).active().filter { centre in
            centre.kind == .ccas && (centre.zone == nil || place.map { centre.zone?.contains($0) == true } == true)
        }.min { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    private func about(_ source: Source, by actor: Actor, in scope: TownTransaction) throws -> About {
        switch source {
        case .call(let id): try about(call: id, by: actor, in: scope)
        case .caller(let key): try about(caller: key, by: actor, in: scope)
        case .request(let id): try about(Referents(house).guided(id, by: actor, in: scope), in: scope)
        case .match(let id):
            try about(ConversationDoor.match(id, actor).seat(in: scope, now: house.world.now()), in: scope)
        }
    }

    private func about(call id: ID<Call>, by actor: Actor, in scope: TownTransaction) throws -> About {
        let call = try Desk(house).find(id, by: actor, in: scope)
        guard call.holder == actor.person else { throw Refusal.notFound }
        let form = CallForm(call.draft)
        if form["for"] == "other" {
            let said = ["otherFirstName", "otherLastName", "otherPhone"].compactMap { form[$0] }.joined(separator: " ")
            return About(subject: nil, name: said.isEmpty ? nil : said)
        }
        let known = try (form.known ?? call.caller).flatMap { try People(scope).find($0) }
        guard let known else {
            let said = [form["firstName"], form["lastName"], call.phone?.spoken].compactMap(\.self).joined(separator: " ")
            return About(subject: nil, name: said.isEmpty ? nil : said)
        }
        return About(subject: known.id, name: known.fullName, neighbourhood: known.neighbourhood)
    }

    private func about(caller key: CallerKey, by actor: Actor, in scope: TownTransaction) throws -> About {
        let now = house.world.now()
        guard let person = actor.person, try CallLocks(scope).find(key, now: now)?.holder == person else { throw Refusal.notFound }
        switch key {
        case .person(let id):
            guard let known = try People(scope).find(id) else { throw Refusal.notFound }
            return About(subject: id, name: known.fullName, neighbourhood: known.neighbourhood)
        case .promise(let id):
            let promise = try CallBacks(scope).find(id)
            return About(name: [promise?.name, promise?.phone.spoken].compactMap(\.self).joined(separator: ", "))
        }
    }

    private func about(_ request: HelpRequest, in scope: TownTransaction) throws -> About {
        let person = try People(scope).find(request.beneficiary)
        return About(subject: person?.id, name: person?.fullName, reference: request.reference, neighbourhood: request.neighbourhood)
    }

    /// A helper knows them by first name and initial (G-03).
    private func about(_ seat: ConversationDoor.Seat, in scope: TownTransaction) throws -> About {
        guard seat.side == .helper else { throw Refusal.notFound }
        let person = try People(scope).find(seat.request.beneficiary)
        return About(
            subject: person?.id, name: person?.shownName, reference: seat.request.reference, neighbourhood: seat.request.neighbourhood)
    }
}
