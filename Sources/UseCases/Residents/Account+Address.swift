import Domain
import Localization
import Persistence
import Secrets

extension Account {
    /// Minutes for which the link of a change of address opens.
    static let addressLifetime: Duration = .minutes(60)

    /// Writes to a new address; nothing changes before the link in that mail is used.
    public func askAddress(_ email: EmailAddress, of viewer: Viewer, in town: Town) async throws {
        let (token, now) = (Token(), house.world.now())
        let row = house.world.id(EmailAddress.self).bytes
        try await house.write(town) { [house] scope in
            try EmailChanges(scope).put(
                email, of: viewer.person.id, id: row, hash: token.hash, now: now, expiresAt: now + Self.addressLifetime)
            let post = Post(house: house, town: town)
            let t = post.localizer(viewer.person.language)
            let letter = Letter(
                kind: "address", subject: t("mail.address.subject"),
                paragraphs: [t("mail.greeting", ["name": viewer.person.firstName]), t("mail.address.body")],
                actions: [.init(label: t("mail.address.button"), url: "\(house.base(of: town))/mon-compte/adresse/\(token.text)")],
                afterwards: [t("mail.address.until")])
            try post.send(letter, to: email, language: viewer.person.language, in: scope)
        }
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
