import Domain
import Persistence

extension TextModeration {
    /// The asker of a request does not agree. The same words sent twice count once.
    public func appeal(_ form: [String: String], through door: TrackingDoor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await appeal(form, in: facts) { scope in
            try door.request(in: scope, now: now).id.bytes
        } then: { scope in
            try door.note(.appealed, on: try door.request(in: scope, now: now), in: scope, of: house)
        }
    }

    /// The owner of an offer does not agree.
    public func appeal(_ form: [String: String], on offer: ID<Offer>, by actor: Actor, in facts: TownFacts) async throws {
        guard let person = actor.person else { throw Refusal.signInFirst }
        try await appeal(form, in: facts) { scope in
            guard let offer = try Offers(scope).find(offer), offer.person == person else { throw Refusal.notFound }
            return offer.id.bytes
        }
    }

    /// The author of a first message does not agree.
    public func appeal(_ form: [String: String], on message: ID<Message>, through door: ConversationDoor, in facts: TownFacts) async throws
    {
        try await appeal(form, in: facts) { [house] scope in
            try Self.own(message, through: door, in: scope, now: house.world.now()).id.bytes
        }
    }

    /// What was decided about a message of one's own; nil where nothing was.
    public func decision(on message: ID<Message>, through door: ConversationDoor, in facts: TownFacts) async throws -> DecidedText? {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            try TextDecisions(scope).latest(try Self.own(message, through: door, in: scope, now: now).id.bytes)
        }
    }

    private static func own(_ id: ID<Message>, through door: ConversationDoor, in scope: TownTransaction, now: Moment) throws -> Message {
        let seat = try door.seat(in: scope, now: now)
        guard let message = try Messages(scope).find(id), message.match == seat.match.id, message.author == seat.side else {
            throw Refusal.notFound
        }
        return message
    }

    private func appeal(
        _ form: [String: String], in facts: TownFacts, of subject: @escaping @Sendable (TownTransaction) throws -> [UInt8],
        then note: @escaping @Sendable (TownTransaction) throws -> Void = { _ in }
    ) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let decisions = try TextDecisions(scope)
            guard var decision = try decisions.latest(try subject(scope)) else { throw Refusal.notFound }
            let words = try TextAppeal.readWords(form)
            if decision.appeal?.words == words { return }
            // Words that wait anew are decided anew.
            guard try PendingTexts(scope).find(decision.kind, decision.subject) == nil else {
                throw Refusal(.conflict, "refusal.textChanged")
            }
            try decision.appeal(words, at: now)
            try decisions.saveAppeal(decision)
            try note(scope)
        }
    }

    /// Upheld or overturned, with the reason; the author is told. An appeal that was answered stays so.
    /// - Throws: `notFound` also to the one who decided: nobody judges their own decision (P-12).
    public func answer(_ form: [String: String], to id: ID<DecidedText>, by actor: Actor, in facts: TownFacts) async throws {
        guard Self.mayModerate(actor), let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        try await house.write(facts.town, listings: true) { scope in
            let decisions = try TextDecisions(scope)
            guard var decision = try decisions.find(id), decision.appeal != nil else { throw Refusal.notFound }
            guard try Self.readers(in: scope).mayRead(decision, person) else { throw Refusal.notFound }
            guard decision.appeal?.answer == nil else { return }
            let (result, words) = try TextAppeal.readAnswer(form)
            decision.answerAppeal(result, words, by: person, at: now)
            try decisions.saveAppeal(decision)
            // What was written anew meanwhile is not published by an answer about the words of before.
            let isCurrent = try decisions.latest(decision.subject)?.id == id
            let isWaiting = try PendingTexts(scope).find(decision.kind, decision.subject) != nil
            if result == .overturned, isCurrent, !isWaiting {
                try PendingTexts(scope).publish(decision)
                try tellOfMessage(decision, facts.town, in: scope)
            }
            try record("appeal_\(result.rawValue)", about: decision, by: person, in: scope, now: now)
            try TextNews(house: house, town: facts.town, decision: decision).answered(in: scope, now: now)
        }
    }
}
