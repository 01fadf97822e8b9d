import Domain
import Persistence

/// A call to make: whom, and what it is about.
public struct OpenedCall: Sendable {
    public var ringBack: RingBack
    public var request: HelpRequest
    public var person: Person
    public var askerName: String
    public var beneficiaryName: String
    public var helperName: String?
    /// What the helper wrote since the last answer, to be read out to somebody without e-mail.
    public var messages: [Message]
    /// What a moderator decided about the words, to be told.
    public var decision: DecidedText?
    /// Other times at which helpers could come, to be read out.
    public var proposals: [TimeProposal]
    /// Who could stand in for the helper: the asker, who is on the telephone, has not agreed yet.
    public var second: ProposedSecond?
    public var now: Moment

    /// The asker is somebody else than the person who is helped, and it is one of them who is rung.
    public var isToAsker: Bool { person.id == request.asker }
    /// Whoever helps, or helped until a moment ago, has no e-mail either.
    public var isToHelper: Bool { person.id != request.asker && person.id != request.beneficiary }
}

extension Referents {
    public func calls(by actor: Actor, in facts: TownFacts) async throws -> (calls: [DueCall], count: Int, now: Moment) {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let listing = RingBackListing(scope, for: actor)
            return (try listing.open(limit: Self.pageSize), try listing.count(), now)
        }
    }

    /// Name and number of one person to ring; the journal keeps that they were read.
    public func openCall(_ id: ID<RingBack>, by actor: Actor, in facts: TownFacts) async throws -> OpenedCall {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let (ringBack, request) = try call(id, by: actor, in: scope)
            if try CallLocks(scope).find(.person(ringBack.person), now: now)?.holds(against: actor.person, now) == true {
                throw Refusal(.conflict, "refusal.callerHeld")
            }
            let call = try opened(ringBack, request, facts, in: scope, now: now)
            try journalRead(of: [call.person.id], by: actor, for: "ring_back", in: scope)
            return call
        }
    }

    func opened(
        _ ringBack: RingBack, _ request: HelpRequest, _ facts: TownFacts, in scope: TownTransaction, now: Moment
    ) throws -> OpenedCall {
        let match = try Matches(scope).active(for: request.id)
        let people = try People(scope).find([ringBack.person, request.asker, request.beneficiary] + [match?.helper].compactMap(\.self))
        guard let person = people[ringBack.person] else { throw Refusal.notFound }
        return OpenedCall(
            ringBack: ringBack, request: request, person: person, askerName: people[request.asker]?.shownName ?? "",
            beneficiaryName: people[request.beneficiary]?.shownName ?? "",
            helperName: try match.flatMap { try MatchedName(scope: scope).of($0, people[$0.helper]) },
            messages: ringBack.reason == .message
                ? try match.map { try unanswered($0.id, byHelper: ringBack.person == $0.helper, in: scope) } ?? [] : [],
            decision: ringBack.reason == .text ? try TextDecisions(scope).latest(request.id.bytes) : nil,
            proposals: ringBack.reason == .otherTime ? try TimeProposals(scope).waiting(for: request, now) : [],
            second: person.id == request.asker ? try proposedSecond(for: request, facts.town, in: scope, now: now) : nil, now: now)
    }

    /// What one side has not answered yet.
    private func unanswered(_ match: ID<Match>, byHelper isHelper: Bool, in scope: TownTransaction) throws -> [Message] {
        let messages = try Messages(scope).of(match).filter(\.isDelivered)
        let answered = messages.lastIndex { ($0.author == .helper) == isHelper }.map { $0 + 1 } ?? 0
        return Array(messages[answered...])
    }

    /// What came of a call. The same form sent twice counts once: it says how many attempts it knew of.
    /// - Parameter answer: words that the person dictated to the helper who wrote; they go to the conversation in the referent's name.
    public func note(
        _ result: RingBack.Result, answer: String? = nil, of id: ID<RingBack>, knowing attempts: Int, by actor: Actor, in facts: TownFacts
    ) async throws {
        var reader = FormReader()
        let words = reader.text("answer", answer, atMost: 1_000)
        try reader.finish()
        let now = house.world.now()
        let clock = clock(facts.town)
        try await house.write(facts.town) { scope in
            var (ringBack, request) = try call(id, by: actor, in: scope)
            guard ringBack.doneAt == nil, ringBack.attempts == attempts, let caller = actor.person else { return }
            guard ringBack.reason.results.contains(result) else { throw Refusal.invalid("result", "refusal.callResult") }
            ringBack.note(result, by: caller, now: now, clock: clock)
            try RingBacks(scope).save(ringBack)
            if let tried = CallAttempt.Result(rawValue: result.rawValue) {
                let attempt = CallAttempt(caller: .person(ringBack.person), at: now, by: caller, result: tried)
                try CallAttempts(scope).insert(attempt, id: house.world.id())
            }
            if result == .told, ringBack.reason == .message, let words {
                try pass(words, of: ringBack.person, about: request, by: caller, facts.town, in: scope, now: now)
            }
        }
    }

    /// Words that the asker dictated go to the helper in the referent's name; those of a helper are the helper's.
    func pass(
        _ words: String, of person: ID<Person>, about request: HelpRequest, by writer: ID<Person>, _ town: Town, in scope: TownTransaction,
        now: Moment
    ) throws {
        guard let match = try Matches(scope).active(for: request.id) else { return }
        let isHelper = person == match.helper
        let message = Message(
            id: house.world.id(), match: match.id, author: isHelper ? .helper : .referent, authorID: isHelper ? person : writer,
            body: words,
            sentAt: now)
        guard try Messages(scope).insert(message) else { return }
        try MessageNews(house: house).tell(of: message, to: isHelper ? request.asker : match.helper, about: request, town, in: scope)
    }

    private func call(_ id: ID<RingBack>, by actor: Actor, in scope: TownTransaction) throws -> (RingBack, HelpRequest) {
        guard actor.isGuide, let ringBack = try RingBacks(scope).find(id) else { throw Refusal.notFound }
        return (ringBack, try guided(ringBack.request, by: actor, in: scope))
    }
}
