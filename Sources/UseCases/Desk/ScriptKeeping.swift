import Domain
import Persistence

/// What the desk says in each kind of call: read by whoever answers calls, kept by administrators.
public struct ScriptKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// One kind of call: the house's words until the town wrote its own.
    public struct Entry: Sendable, Equatable {
        public var standard: CallScript.Standard?
        public var own: CallScript?
        public var isShown: Bool { own?.isShown ?? true }
        /// Its place in an address: the standard's word, else the id.
        public var key: String { standard?.rawValue ?? own?.id.text ?? "" }
    }

    /// The house's in their order, then those that the town added.
    public func all(by actor: Actor, in facts: TownFacts) async throws -> [Entry] {
        guard actor.answersCalls else { throw Refusal.notFound }
        return try await house.read(facts.town) { try Self.entries($0) }
    }

    /// - Throws: `notFound` for whoever is no administrator, and for what is none.
    public func find(_ key: String, by actor: Actor, in facts: TownFacts) async throws -> Entry {
        try administrator(actor)
        let entries = try await all(by: actor, in: facts)
        guard let entry = entries.first(where: { $0.key == key }) else { throw Refusal.notFound }
        return entry
    }

    /// - Parameter key: nil for a new one. The same title twice is one script.
    public func save(_ form: CallScriptForm, as key: String?, by actor: Actor, in facts: TownFacts) async throws {
        try administrator(actor)
        let new: ID<CallScript> = house.world.id()
        try await house.write(facts.town) { [house] scope in
            let entries = try Self.entries(scope)
            let entry = entries.first { $0.key == key }
            if key != nil, entry == nil { throw Refusal.notFound }
            let script = try form.read(id: entry?.own?.id ?? new, standard: entry?.standard)
            if entry == nil {
                guard entries.count < CallScript.most else { throw Refusal.invalid("title", "refusal.tooManyScripts") }
                if let same = entries.first(where: { $0.own?.title == script.title })?.own {
                    guard same.words == script.words else { throw Refusal.invalid("title", "refusal.scriptKnown") }
                    return
                }
            }
            try CallScripts(scope).save(script)
            try TownKeeping(house).record("changed", about: ("call_scripts", script.id.bytes), by: actor, in: scope)
        }
    }

    /// The house's words come back; one that the town added goes. Twice is once.
    public func reset(_ key: String, by actor: Actor, in facts: TownFacts) async throws {
        try administrator(actor)
        try await house.write(facts.town) { [house] scope in
            guard let own = try Self.entries(scope).first(where: { $0.key == key })?.own else { return }
            try CallScripts(scope).delete(own.id)
            try TownKeeping(house).record("removed", about: ("call_scripts", own.id.bytes), by: actor, in: scope)
        }
    }

    static func entries(_ scope: TownTransaction) throws -> [Entry] {
        let own = try CallScripts(scope).all()
        return CallScript.Standard.allCases.map { kind in Entry(standard: kind, own: own.first { $0.standard == kind }) }
            + own.filter { $0.standard == nil }.map { Entry(standard: nil, own: $0) }
    }

    private func administrator(_ actor: Actor) throws(Refusal) {
        guard actor.has(.administrator) else { throw .notFound }
    }
}
