import Domain
import Localization
import Persistence
import Secrets

/// Between the proof of an address and the account: saying who one is, or making oneself known.
public struct Arriving: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Somebody whose address is proved and whose person is not known yet.
    public struct Newcomer: Sendable {
        public var email: EmailAddress
        /// Those who share the address, oldest first.
        public var residents: [Person]
    }

    public func newcomer(_ session: Token, in town: Town) async throws -> Newcomer? {
        let now = house.world.now()
        return try await house.read(town) { try Self.newcomer(session, now, in: $0) }
    }

    /// One of those who share the address. The session is opened anew.
    public func choose(_ person: ID<Person>?, from browser: Browser, in town: Town) async throws -> Entry {
        let now = house.world.now()
        return try await house.write(town) { [house] scope in
            let newcomer = try Self.newcomer(browser.previous, now, in: scope)
            guard let newcomer else { throw Refusal.signInFirst }
            guard let chosen = newcomer.residents.first(where: { $0.id == person }) else {
                throw Refusal.invalid("person", "refusal.person")
            }
            return try SessionOpening(house: house, town: town).open(for: chosen.id, browser, in: scope)
        }
    }

    /// Makes the account of a proved address.
    public func welcome(_ form: WelcomeForm, language: String? = nil, from browser: Browser, in facts: TownFacts) async throws -> Entry {
        let new = try form.read(facts.neighbourhoods, languages: Language.allCases.map(\.rawValue))
        let now = house.world.now()
        return try await house.write(facts.town) { [house] scope in
            guard let newcomer = try Self.newcomer(browser.previous, now, in: scope) else { throw Refusal.signInFirst }
            let person = try Self.resident(new, newcomer.email, id: house.world.id(), now, in: scope)
            try ConsentProof(house: house, town: facts.town, language: language ?? new.language).give(
                .notice, by: person.id, .init(channel: .web, at: now), in: scope)
            return try SessionOpening(house: house, town: facts.town).open(for: person.id, browser, in: scope)
        }
    }

    /// Whoever asked for help before with this address and first name becomes the resident, so that their request is theirs.
    private static func resident(
        _ new: WelcomeForm.NewResident, _ email: EmailAddress, id: ID<Person>, _ now: Moment, in scope: TownTransaction
    ) throws -> Person {
        let people = try People(scope)
        let before = try people.visitors(with: email).last { Slug.of($0.firstName) == Slug.of(new.firstName) }
        var person = before ?? Person(id: id, firstName: new.firstName, email: email, channel: .email, createdAt: now)
        person.firstName = new.firstName
        person.language = new.language
        person.channel = .email
        person.neighbourhood = new.neighbourhood ?? person.neighbourhood
        person.hasAccount = true
        person.lastSeenAt = now
        if before == nil { try people.insert(person) } else { try people.save(person) }
        return person
    }

    private static func newcomer(_ session: Token?, _ now: Moment, in scope: TownTransaction) throws -> Newcomer? {
        guard let session, let open = try Sessions(scope).find(session.hash, now: now),
            let email = try Sessions(scope).pendingEmail(of: open.id)
        else { return nil }
        return Newcomer(email: email, residents: try People(scope).residents(with: email))
    }
}
