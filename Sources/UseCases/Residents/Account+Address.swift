import Domain
import Localization
import Persistence
import Secrets

extension Account {
    /// Minutes for which the link of a change of address opens.
    static let addressLifetime: Duration = .minutes(60)

    public enum AddressStep: Sendable { case linkSent, signInFirst }

    /// Writes to a new address; nothing changes before the link in that mail is used.
    ///
    /// Who has not signed in just now does so first, by a mail to the present address: a browser left open does not give the account away
    /// (O-14). The new address is kept meanwhile.
    public func askAddress(_ email: EmailAddress, of viewer: Viewer, in town: Town) async throws -> AddressStep {
        let (token, now) = (Token(), house.world.now())
        let row = house.world.id(EmailAddress.self).bytes
        let isProved = viewer.isFresh(now)
        try await house.write(town) { scope in
            try EmailChanges(scope).put(
                email, of: viewer.person.id, id: row, hash: token.hash, now: now, expiresAt: now + Self.addressLifetime)
            guard isProved else { return }
            try Post(house: house, town: town).send(
                addressLetter(token, to: viewer.person, town), to: email, language: viewer.person.language, in: scope)
        }
        return isProved ? .linkSent : .signInFirst
    }

    /// The address that somebody asked for last, while it waits.
    public func awaitedAddress(of viewer: Viewer, in town: Town) async throws -> EmailAddress? {
        let now = house.world.now()
        return try await house.read(town) { try EmailChanges($0).find(of: viewer.person.id, now: now) }
    }

    private func addressLetter(_ token: Token, to person: Person, _ town: Town) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        return Letter(
            kind: "address", subject: t("mail.address.subject"),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.address.body")],
            actions: [.init(label: t("mail.address.button"), url: "\(house.base(of: town))/mon-compte/adresse/\(token.text)")],
            afterwards: [t("mail.address.until")])
    }

    /// The address that a link proves; nil when it no longer opens.
    public func address(of token: Token, in town: Town) async throws -> EmailAddress? {
        let now = house.world.now()
        return try await house.read(town) { try EmailChanges($0).find(token.hash, now: now)?.email }
    }

    /// Takes the new address and tells the old one; false when the link no longer opens.
    public func proveAddress(_ token: Token, in town: Town) async throws -> Bool {
        let now = house.world.now()
        return try await house.write(town) { [house] scope in
            guard let (id, email) = try EmailChanges(scope).find(token.hash, now: now), var person = try People(scope).find(id) else {
                return false
            }
            try EmailChanges(scope).delete(token.hash)
            let old = person.email
            person.email = email
            person.channel = .email
            try People(scope).save(person)
            if let old, old.normalised != email.normalised {
                let post = Post(house: house, town: town)
                let t = post.localizer(person.language)
                let phone = town.settings.phone.map { t("mail.addressChanged.phone", ["phone": $0]) }
                let letter = Letter(
                    kind: "address_changed", subject: t("mail.addressChanged.subject"),
                    paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.addressChanged.body")],
                    afterwards: [phone].compactMap(\.self))
                try post.send(letter, to: old, language: person.language, in: scope)
            }
            return true
        }
    }
}
