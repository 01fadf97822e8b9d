import Domain
import Persistence

/// The whole file of somebody who has no account, or cannot use it, printed and sent by letter (P-01); or their erasure (P-03).
extension RightsDesk {
    /// Somebody whose file it may be: enough to tell them from another.
    public struct Candidate: Sendable, Equatable {
        public var id: ID<Person>
        public var name: String
        public var since: Moment
    }

    /// By the exact address or number they gave, or the reference of a request for help. The search is journaled.
    public func candidates(
        _ typed: String?, for id: ID<RightsRequest>, by actor: Actor, in town: Town
    ) async throws -> [Candidate] {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let reference = typed.flatMap { Reference($0) }
        let search = try reference == nil ? ContactSearch(typed: typed) : nil
        return try await house.write(town) { scope in
            let request = try ready(id, in: scope)
            try journal(.searched, request, by: actor.person, purpose: "rights", in: scope)
            return try people(search, reference, in: scope).map {
                Candidate(id: $0.id, name: $0.shownName, since: $0.createdAt)
            }
        }
    }

    /// - Throws: `conflict` before the identity is checked, and for a request that a file does not answer.
    public func file(of person: ID<Person>, for id: ID<RightsRequest>, by actor: Actor, in facts: TownFacts) async throws -> PersonalFile {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let now = now
        return try await house.write(facts.town) { [house] scope in
            let request = try ready(id, in: scope)
            guard request.kind.wantsFile, let known = try People(scope).find(person), known.id != Person.nobody.id else {
                throw Refusal.notFound
            }
            let file = try Exporting(house).file(of: known, in: scope, facts, now: now)
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: actor.person, action: .printed, subjectKind: "people", subject: person.bytes, purpose: "export"),
                id: house.world.id())
            try journal(.printed, request, by: actor.person, purpose: "rights_file", in: scope)
            return file
        }
    }

    /// Erases somebody as they would from their account: live requests end, helpers are told, statistics keep a shell.
    /// - Throws: `conflict` before the identity is checked, and where something has to be settled with them first.
    public func erase(_ person: ID<Person>, for id: ID<RightsRequest>, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.dpo) else { throw Refusal.notFound }
        let now = now
        let erased = try await house.write(facts.town, listings: true) { [house] scope in
            let request = try ready(id, in: scope)
            guard request.kind == .erasure, let known = try People(scope).find(person), known.id != Person.nobody.id else {
                throw Refusal.notFound
            }
            guard try Erasing.standing(of: known, in: scope).obstacles.isEmpty else { throw Refusal(.conflict, "refusal.rights.erasure") }
            try journal(.decided, request, by: actor.person, purpose: "rights_erasure", in: scope)
            return try ErasureStep(house: house, facts: facts, now: now).erase(known, by: actor.person, in: scope)
        }
        try Erasing(house).note(erased, at: now, in: facts.town)
    }

    private func ready(_ id: ID<RightsRequest>, in scope: TownTransaction) throws -> RightsRequest {
        guard let request = try RightsRequests(scope).find(id) else { throw Refusal.notFound }
        guard request.kind.concernsOne, request.answer == nil else { throw Refusal.notFound }
        guard request.isIdentified else { throw Refusal(.conflict, "refusal.rights.identity") }
        return request
    }

    private func people(_ search: ContactSearch?, _ reference: Reference?, in scope: TownTransaction) throws -> [Person] {
        let people = try People(scope)
        switch search {
        case .email(let email): return try people.residents(with: email) + people.visitors(with: email)
        case .phone(let phone): return try people.withPhone(phone)
        case nil:
            guard let reference, let request = try HelpRequests(scope).find(reference) else { return [] }
            return try people.find([request.asker, request.beneficiary]).values.filter { $0.id != Person.nobody.id }
                .sorted { $0.createdAt < $1.createdAt }
        }
    }
}
