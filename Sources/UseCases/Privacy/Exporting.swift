import Domain
import Persistence

/// A person's own data, whole and readable (GDPR 15 and 20; P-01).
public struct Exporting: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Everything about who asks, and who looked at it. The export is journaled, and is in the next one.
    /// - Throws: `forbidden` to a session that is not fresh (O-14): the file holds a whole life here.
    public func file(of viewer: Viewer, in facts: TownFacts) async throws -> PersonalFile {
        let now = house.world.now()
        guard viewer.isFresh(now) else { throw Refusal(.forbidden, "refusal.freshSignIn") }
        return try await house.write(facts.town) { [house] scope in
            guard let person = try People(scope).find(viewer.person.id) else { throw Refusal.notFound }
            let file = try file(of: person, in: scope, facts, now: now)
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: person.id, action: .exported, subjectKind: "people", subject: person.id.bytes, purpose: "export"),
                id: house.world.id())
            return file
        }
    }

    /// Whoever asks for it: for the person, or for the officer who answers them.
    func file(of person: Person, in scope: TownTransaction, _ facts: TownFacts, now: Moment) throws -> PersonalFile {
        let selves = try Selves(scope).of(person)
        var requests: [HelpRequest] = []
        for one in try selves.flatMap({ try HelpRequests(scope).about($0.id) }) where !requests.contains(where: { $0.id == one.id }) {
            requests.append(one)
        }
        let subject = ExportSubject(person: person, selves: selves, requests: requests, facts: facts)
        return PersonalFile(at: now, chapters: try ExportChapter.all.map { try $0.read(subject, in: scope) })
    }
}

extension Viewer {
    /// Whether they proved just now who they are (O-14); who has no address has nothing to prove it with.
    public func isFresh(_ now: Moment) -> Bool { person.email == nil || now - signedInAt <= Session.freshness }
}

/// The rows that are one person: the account, and those they left with the same address and first name before they had it.
struct Selves {
    private let scope: TownTransaction

    init(_ scope: TownTransaction) { self.scope = scope }

    func of(_ person: Person) throws -> [Person] {
        let name = Slug.of(person.firstName)
        let earlier = try person.email.map { try People(scope).visitors(with: $0) } ?? []
        return [person] + earlier.filter { $0.id != person.id && Slug.of($0.firstName) == name }
    }
}
