import Domain
import Persistence

extension Desk {
    /// Who may be calling, as far as the form says it; nobody once that is settled.
    /// - Parameter earlier: the form as it was stored: the same search is not noted twice.
    func finding(
        _ form: CallForm, after earlier: CallForm? = nil, by actor: Actor, in facts: TownFacts, mayLook: @Sendable () -> Bool = { true }
    ) async throws -> CallerFinding {
        guard !form.isRecognised, let words = form.callerWords else { return .nobody }
        let isNew = words != earlier?.callerWords
        guard !isNew || mayLook() else { return .nobody }
        return try await Callers(house).find(words, by: actor, in: facts, isNew: isNew)
    }

    /// The one who was recognised. Their number and address are shown: the journal says so.
    func card(_ form: CallForm, by actor: Actor, in facts: TownFacts) async throws -> CallerCard? {
        guard let known = form.known else { return nil }
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            guard let card = try CallerCard(known, for: actor, now, in: scope) else { return nil }
            try journal(.readContact, by: actor, "people", known.bytes, for: "caller", in: scope)
            return card
        }
    }

    /// « C’est cette personne », « c’est quelqu’un d’autre », or neither any more. What the town knows fills what is still empty.
    public func recognise(
        _ person: Recognition, _ form: CallForm, of id: ID<Call>, seen: Int, by actor: Actor, in facts: TownFacts
    ) async throws {
        var form = form
        switch person {
        case .nobody: form.forgetCaller(isNew: false)
        case .somebodyNew: form.forgetCaller(isNew: true)
        case .known(let known):
            guard actor.answersCalls, let found = try await house.read(facts.town, { try People($0).find(known) }) else {
                throw Refusal.notFound
            }
            form.recognise(found, quartier: facts.neighbourhood(found.neighbourhood)?.slug)
        }
        _ = try await save(form, of: id, seen: seen, by: actor, in: facts)
    }

    public enum Recognition: Sendable, Equatable {
        case nobody, somebodyNew
        case known(ID<Person>)

        /// As a button of the form says it: an id, `new`, or nothing.
        public init(_ text: String) { self = ID(text: text).map { .known($0) } ?? (text == "new" ? .somebodyNew : .nobody) }
    }
}
