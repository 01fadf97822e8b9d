import Domain
import Persistence
import Secrets

/// The end of somebody's data (GDPR 17; P-03): identity gone, figures as they were, and gone again after a restore.
public struct Erasing: Sendable {
    static let ledger = "erasures"
    let house: House

    public init(_ house: House) { self.house = house }

    /// What has to be settled first.
    public enum Obstacle: Sendable, Equatable {
        /// Somebody is waiting for this helper.
        case helping(ID<Match>)
        /// A town always has an administrator.
        case lastAdministrator
    }

    public struct Standing: Sendable, Equatable {
        public var obstacles: [Obstacle]
        /// Requests that will be taken back.
        public var liveRequests: Int
    }

    public func standing(of viewer: Viewer, in facts: TownFacts) async throws -> Standing {
        try await house.read(facts.town) { try Self.standing(of: viewer.person, in: $0) }
    }

    /// Erases who asks. Live requests end and their helpers are told.
    /// - Throws: `forbidden` to a session that is not fresh (O-14), `conflict` where something has to be settled first.
    public func erase(_ viewer: Viewer, in facts: TownFacts) async throws {
        let now = house.world.now()
        guard viewer.isFresh(now) else { throw Refusal(.forbidden, "refusal.freshSignIn") }
        let erased = try await house.write(facts.town, listings: true) { [house] scope in
            guard let person = try People(scope).find(viewer.person.id) else { throw Refusal.notFound }
            guard try Self.standing(of: person, in: scope).obstacles.isEmpty else { throw Refusal(.conflict, "refusal.erasure") }
            return try ErasureStep(house: house, facts: facts, now: now).erase(person, by: person.id, in: scope)
        }
        try note(erased, at: now, in: facts.town)
    }

    static func standing(of person: Person, in scope: TownTransaction) throws -> Standing {
        var standing = Standing(obstacles: [], liveRequests: 0)
        for one in try Selves(scope).of(person) {
            standing.liveRequests += try HelpRequests(scope).about(one.id).filter(\.isLive).count
        }
        standing.obstacles = try Matches(scope).of(helper: person.id).filter { $0.status == .active && $0.origin != .organisation }
            .map { .helping($0.id) }
        if try Staff(scope).holding(.administrator) == [person.id] { standing.obstacles.append(.lastAdministrator) }
        return standing
    }

    /// After the commit: a line that a crash prevents is written at the next start, from the table.
    func note(_ erased: [ID<Person>], at now: Moment, in town: Town) throws {
        for id in erased { try house.keys.note("\(town.id) \(id.text) \(now.milliseconds)", in: Self.ledger) }
    }
}

/// One erasure inside a transaction, whoever wants it.
struct ErasureStep {
    let house: House
    let facts: TownFacts
    let now: Moment
    /// Not after a restore: everybody was told the first time.
    var tells = true

    /// - Parameter rows: what is taken for this person: by default also what they left before they had an account.
    /// - Returns: the rows that were this person, for the ledger.
    func erase(
        _ person: Person, as rows: [Person]? = nil, by actor: ID<Person>?, purpose: String = "erasure", in scope: TownTransaction
    ) throws -> [ID<Person>] {
        let selves = try rows ?? Selves(scope).of(person)
        try forgetAddress(of: person, selves, in: scope)
        for one in selves {
            let shell = PersonShell(one.id, scope)
            try shell.handOver(now: now)
            try AbsenceTurn(house: house, town: facts.town, scope: scope, now: now, tells: tells).forget(one.id)
            try endRequests(of: one.id, in: scope)
            try leaveMatches(of: one.id, in: scope)
            try shell.erase(now: now)
            try Erasures(scope).insert(one.id, at: now)
            try Journal(scope).append(
                JournalEntry(
                    at: now, actor: actor, action: .decided, subjectKind: "people", subject: one.id.bytes, purpose: purpose),
                id: house.world.id())
        }
        return selves.map(\.id)
    }

    /// People of one home share an address: it stays while somebody else has it.
    private func forgetAddress(of person: Person, _ selves: [Person], in scope: TownTransaction) throws {
        guard let email = person.email else { return }
        let all = try People(scope).residents(with: email) + People(scope).visitors(with: email)
        guard all.allSatisfy({ one in selves.contains { $0.id == one.id } }) else { return }
        try ContactTraces(scope).delete(email)
    }

    private func endRequests(of person: ID<Person>, in scope: TownTransaction) throws {
        let closing = RequestClosing(house)
        for var request in try HelpRequests(scope).about(person) where request.isLive {
            let match = try closing.end(&request, as: .cancelled, in: scope, now: now)
            if tells, let match { try closing.tellHelper(of: match, about: request, facts.town, in: scope) }
        }
    }

    /// Only where nobody could ask them to settle it first: the request is open again and others are asked.
    private func leaveMatches(of person: ID<Person>, in scope: TownTransaction) throws {
        for match in try Matches(scope).of(helper: person) where match.status == .active {
            guard var request = try HelpRequests(scope).find(match.request), request.status == .matched else { continue }
            try Matching(house).withdraw(match, of: &request, town: facts.town, in: scope, now: now)
        }
    }
}
