import Domain
import Persistence
import Secrets

/// Seeing to worries: signed in as whoever answers for them, or by the link that the social-action centre was sent.
public struct ConcernCare: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// How somebody comes to it.
    public enum Door: Sendable {
        case staff(ID<Concern>, Actor)
        case link(Token)
    }

    /// One worry, and what the town knows of whom it is about.
    public struct Opened: Sendable {
        public var concern: Concern
        public var subject: Person?
        /// First name and initial of whoever raised it.
        public var raiser: String
        public var ownerName: String
        public var organisation: String?
        public var now: Moment
    }

    /// Those that this person answers for, by kind and clock; of people no name.
    public func list(by actor: Actor, in facts: TownFacts) async throws -> (concerns: [Concern], now: Moment) {
        guard actor.isStaff else { throw Refusal.notFound }
        let open = try await house.read(facts.town) { try Concerns($0).open() }
        return (open.filter { $0.maySee(actor) }, house.world.now())
    }

    /// Whose telephone and address are shown is journaled, in the name of whoever answers for it.
    /// - Throws: `notFound` for others, and behind a wrong link.
    public func open(_ door: Door, in facts: TownFacts) async throws -> Opened {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let (concern, reader) = try find(door, in: scope)
            let people = try People(scope).find([concern.subject, concern.raisedBy, concern.owner].compactMap(\.self))
            if let subject = concern.subject {
                let entry = JournalEntry(
                    at: now, actor: reader, action: .readContact, subjectKind: "people", subject: subject.bytes, purpose: "concern")
                try Journal(scope).append(entry, id: house.world.id())
            }
            return Opened(
                concern: concern, subject: concern.subject.flatMap { people[$0] }, raiser: people[concern.raisedBy]?.shownName ?? "",
                ownerName: people[concern.owner]?.shownName ?? "",
                organisation: try concern.organisation.flatMap { try Organisations(scope).find($0)?.name }, now: now)
        }
    }

    /// « Je m’en occupe » : twice is once, and the first who said it has it.
    /// - Parameter name: of whoever sees to it, where nobody is signed in.
    public func take(_ door: Door, name: String? = nil, in facts: TownFacts) async throws {
        var reader = FormReader()
        let typed = reader.line("name", name, atMost: 80)
        try reader.finish()
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            var (concern, person) = try find(door, in: scope)
            guard try take(&concern, door, person, typed, facts.town, in: scope, now: now) else { return }
            try Concerns(scope).save(concern)
            try ConcernStep.schedule(concern, in: scope)
        }
    }

    /// Who raised it hears of it. Whoever takes it signed in answers for it from now on.
    private func take(
        _ concern: inout Concern, _ door: Door, _ person: ID<Person>, _ typed: String?, _ town: Town, in scope: TownTransaction, now: Moment
    ) throws -> Bool {
        let own = try People(scope).find(person)?.shownName ?? ""
        let organisation = try concern.organisation.flatMap { try Organisations(scope).find($0)?.name }
        let isByLink = if case .link = door { true } else { false }
        guard concern.take(by: isByLink ? typed ?? organisation ?? own : own, now: now) else { return false }
        if !isByLink { concern.owner = person }
        try ConcernLetters(house: house, town: town).tell(of: concern, .taken, in: scope, now: now)
        return true
    }

    /// What came of it. Said twice, the first stays.
    public func close(_ door: Door, _ form: ConcernEndForm, in facts: TownFacts) async throws {
        let said = try form.read()
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            var (concern, person) = try find(door, in: scope)
            guard concern.isOpen else { return }
            if concern.takenAt == nil { _ = try take(&concern, door, person, nil, facts.town, in: scope, now: now) }
            concern.close(said.result, said.words, now: now)
            try Concerns(scope).save(concern)
            try ConcernStep.cancel(concern.id, in: scope)
        }
    }

    /// It, and in whose name it is read.
    private func find(_ door: Door, in scope: TownTransaction) throws -> (Concern, ID<Person>) {
        switch door {
        case .staff(let id, let actor):
            guard let concern = try Concerns(scope).find(id), let person = actor.person, concern.maySee(actor) else {
                throw Refusal.notFound
            }
            return (concern, person)
        case .link(let token):
            guard let concern = try Concerns(scope).find(token: token.hash), isFresh(concern) else { throw Refusal.notFound }
            return (concern, concern.owner)
        }
    }

    /// Once it is closed the link opens it for a week more, so that a mail read late says how it ended.
    private func isFresh(_ concern: Concern) -> Bool { concern.closedAt.map { house.world.now() - $0 < .days(7) } ?? true }
}
