import Database
import Domain
import JobQueue
import Persistence
import Secrets

/// Asking for help and following what becomes of it.
public struct Requests: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A request that now exists, and the secret of its tracking link.
    public struct Created: Sendable {
        public var request: HelpRequest
        public var tracking: Token
    }

    /// Writes a request down, gives it an owner and a clock, and starts its ladder.
    /// - Parameters:
    ///   - actor: a signed-in person asks in their own name; a visitor without an account is written down as a new person.
    ///   - door: where it came in.
    ///   - idempotencyKey: of a caller who may send the same call again; the first answer is then given again.
    public func ask(
        _ form: AskForm, in facts: TownFacts, by actor: Actor, language: String, door: HelpRequest.Door, idempotencyKey: String? = nil
    ) async throws -> Created {
        let new = try form.read(try await choices(for: form, in: facts))
        let before = AskedBefore(key: idempotencyKey, form: form)
        return try await create(new, in: facts, by: actor, language: language, door: door, before: before)
    }

    /// - Throws: a `TextConcern` while the details hold what should not be public and their writer has not insisted.
    func create(
        _ new: NewRequest, in facts: TownFacts, by actor: Actor, language: String, door: HelpRequest.Door,
        before: AskedBefore? = nil
    ) async throws -> Created {
        try facts.town.settings.textGuard.reread(new.details, field: "details", insisted: new.insists)
        // The reference drawn may be another request's: the schema says so, and the next one is free.
        for _ in 1...3 {
            let record = NewRequestRecord(
                new: new, actor: actor, language: language, door: door, town: facts.town, house: house, tracking: Token())
            do {
                return try await write(record, before)
            } catch let error as DatabaseError where error.kind == .unique {}
        }
        throw Refusal(.conflict, "refusal.tryAgain")
    }

    private func write(_ record: NewRequestRecord, _ before: AskedBefore?) async throws -> Created {
        let draft = try NewRequestDraft(record)
        let now = house.world.now()
        return try await house.write(record.town, listings: .needs) { scope in
            if let known = try before?.answer(in: scope) { return known }
            let created = Created(request: try record.write(draft, in: scope), tracking: record.tracking)
            try before?.remember(created, in: scope, now: now)
            return created
        }
    }

    /// Asks the writer to read their details once more, before the last question.
    /// - Throws: a `TextConcern` unless they insist; a refusal for the number of a card.
    public func reread(_ form: AskForm, in facts: TownFacts) throws {
        try facts.town.settings.textGuard.reread(form["details"], field: "details", insisted: form["sure"] == "yes")
    }

    /// What a form may choose from, the clock, and what the address base says of the address typed.
    public func choices(for form: AskForm, in facts: TownFacts) async throws -> AskForm.Choices {
        AskForm.Choices(
            categories: facts.categories, neighbourhoods: facts.neighbourhoods,
            place: try await Placing(house).finding(PlaceForm(form.fields), in: facts), now: house.world.now(), zone: facts.town.timeZone)
    }
}
