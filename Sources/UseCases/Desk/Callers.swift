import Domain
import Persistence

/// Who is ringing, while they say it. To whoever does not answer the town's calls nothing of it exists.
public struct Callers: Sendable {
    /// So many rows are looked at; who is meant is among them, or the operator is asked for more.
    static let looked = 40
    let house: House

    public init(_ house: House) { self.house = house }

    /// Who may be meant by what was typed: by name as it sounds, number, street, date or year of birth.
    ///
    /// The journal keeps each search that showed somebody; whose, when it was one person.
    /// - Parameter isNew: false for what was looked for a moment ago.
    public func find(_ typed: String, by actor: Actor, in facts: TownFacts, isNew: Bool = true) async throws -> CallerFinding {
        guard actor.answersCalls else { throw Refusal.notFound }
        guard let query = CallerQuery(typed) else { return .nobody }
        let finding = try await house.read(facts.town) { try Self.finding(query, in: $0) }
        guard isNew, !finding.callers.isEmpty else { return finding }
        let entry = JournalEntry(
            at: house.world.now(), actor: actor.person, action: .searched, subjectKind: "people",
            subject: finding.callers.count == 1 ? finding.callers[0].id.bytes : nil, purpose: "caller")
        try await house.write(facts.town) { [house] in try Journal($0).append(entry, id: house.world.id()) }
        return finding
    }

    /// Those of the same letters first: among a thousand who sound alike they would not be looked at.
    static func finding(_ query: CallerQuery, in scope: TownTransaction) throws -> CallerFinding {
        let index = try CallerIndex(scope)
        let exact = try index.candidates(query.parts.map(\.exact), limit: looked)
        let wide = exact.count < looked ? try index.candidates(query.parts.map(\.terms), limit: looked) : []
        let people = try People(scope).find(Array(Set(exact + wide))).values.filter(query.fits)
        let open = try OpenRequestCounts(scope).of(people.map(\.id))
        return CallerFinding(
            people.map { ($0, open[$0.id] ?? 0) }, for: query, wasCut: exact.count == looked || wide.count == looked)
    }
}
