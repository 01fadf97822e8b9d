import Domain
import Persistence
import Secrets

/// Taking up what an invitation holds out.
public struct Accepting: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// What the invited person sees before saying yes.
    public struct Shown: Sendable {
        public var invitation: Invitation
        /// Those with an account at that address.
        public var residents: [Person]
        /// The helper who was brought in.
        public var helper: Person?
        public var inviterName: String?
    }

    /// Nil when it no longer opens.
    public func show(_ door: InvitationDoor, in town: Town) async throws -> Shown? {
        let now = house.world.now()
        return try await house.read(town) { scope in
            guard let invitation = try door.invitation(in: scope, now: now) else { return nil }
            let people = try People(scope)
            return Shown(
                invitation: invitation, residents: try invitation.email.map { try people.residents(with: $0) } ?? [],
                helper: try invitation.person.flatMap { try people.find($0) },
                inviterName: try invitation.invitedBy.flatMap { try people.find($0)?.shownName })
        }
    }

    /// Takes up a role, with the account that the address has or with a new one. The link proves the address, so it signs in too.
    /// - Parameter fields: `person` when several share the address, `firstName` for a new account.
    public func takeRole(
        _ door: InvitationDoor, _ fields: [String: String], language: String, from browser: Browser, in town: Town
    ) async throws -> (role: Role, entry: Entry)? {
        let now = house.world.now()
        return try await house.write(town) { [house] scope in
            guard let invitation = try door.invitation(in: scope, now: now), let role = invitation.role, let email = invitation.email else {
                return nil
            }
            let person = try Self.person(fields, email, ConsentProof(house: house, town: town, language: language), in: scope)
            try Invitations(scope).accept(invitation.id, now: now)
            let roles = Roles(scope)
            if try !roles.of(person).contains(role) {
                try roles.grant(role, to: person, id: house.world.id(), by: invitation.invitedBy, now: now)
                let entry = JournalEntry(
                    at: now, actor: invitation.invitedBy, action: .granted, subjectKind: "people", subject: person.bytes,
                    purpose: role.kind.rawValue)
                try Journal(scope).append(entry, id: house.world.id())
            }
            return (role, try SessionOpening(house: house, town: town).open(for: person, browser, in: scope))
        }
    }

    private static func person(
        _ fields: [String: String], _ email: EmailAddress, _ proof: ConsentProof, in scope: TownTransaction
    ) throws -> ID<Person> {
        let residents = try People(scope).residents(with: email)
        if let only = residents.first, residents.count == 1 { return only.id }
        guard residents.isEmpty else {
            guard let chosen = residents.first(where: { $0.id.text == fields["person"] }) else {
                throw Refusal.invalid("person", "refusal.person")
            }
            return chosen.id
        }
        var reader = FormReader()
        let firstName = reader.required("firstName", reader.line("firstName", fields["firstName"], atMost: 60), else: "refusal.firstName")
        let lastName = reader.line("lastName", fields["lastName"], atMost: 60)
        try reader.finish()
        let now = proof.house.world.now()
        let person = Person(
            id: proof.house.world.id(), firstName: firstName ?? "", lastName: lastName, email: email, language: proof.language,
            channel: .email,
            hasAccount: true, createdAt: now)
        try People(scope).insert(person)
        try proof.give(.notice, by: person.id, .init(channel: .web, at: now), in: scope)
        return person.id
    }
}
