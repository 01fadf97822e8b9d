import Domain
import Localization
import Persistence
import Secrets

/// One line of the table, written: a person without an account, a helper who is asked for nothing yet, an invitation.
struct HelperImportRecord {
    enum Result {
        case known
        case mailed
        case letter(HelperLetter)
    }

    let house: House
    let facts: TownFacts

    func write(_ listed: ListedHelper, in scope: TownTransaction) throws -> Result {
        let now = house.world.now()
        let known = try known(listed, in: scope)
        if let known {
            if try Helpers(scope).find(known.id)?.isActive == true { return .known }
            if try Invitations(scope).isOpen(for: known.id, now: now) { return .known }
        }
        let person = known ?? newcomer(listed, now)
        if known == nil { try People(scope).insert(person) }
        try prepare(person, listed, now, in: scope)
        let address = listed.email ?? (person.hasAccount ? person.email : nil)
        let invitation = Invitation(
            id: house.world.id(), kind: .helper, neighbourhood: listed.neighbourhood, person: person.id, email: address, createdAt: now)
        guard let email = address else {
            let code = InvitationCode(random: house.world.random)
            let invitations = try Invitations(scope)
            try invitations.insert(invitation, hash: invitations.hash(of: code))
            return .letter(HelperLetter(name: fullName(listed), firstName: listed.firstName, code: code))
        }
        let token = Token()
        try Invitations(scope).insert(invitation, hash: token.hash)
        try InvitationLetters(house: house, facts: facts).helper(person, to: email, token, in: scope)
        return .mailed
    }

    /// The same first name at the same address or number: somebody with an account, or a line of an earlier table.
    private func known(_ listed: ListedHelper, in scope: TownTransaction) throws -> Person? {
        let name = Slug.of(listed.firstName)
        let people = try People(scope)
        let same =
            try listed.email.map { try people.residents(with: $0) + people.visitors(with: $0) }
            ?? listed.phone.map { try people.withPhone($0) } ?? []
        return try same.first { person in
            guard Slug.of(person.firstName) == name else { return false }
            // Somebody who only asked for help once is not taken for a volunteer.
            return try person.hasAccount || Helpers(scope).find(person.id) != nil
        }
    }

    private func newcomer(_ listed: ListedHelper, _ now: Moment) -> Person {
        Person(
            id: house.world.id(), firstName: listed.firstName, lastName: listed.lastName, email: listed.email, phone: listed.phone,
            channel: listed.email != nil ? .email : .phone, neighbourhood: listed.neighbourhood, createdAt: now)
    }

    private func prepare(_ person: Person, _ listed: ListedHelper, _ now: Moment, in scope: TownTransaction) throws {
        guard try Helpers(scope).find(person.id) == nil else { return }
        var helper = Helper(
            person: person.id, categories: listed.categories, neighbourhood: listed.neighbourhood ?? person.neighbourhood, joinedAt: now)
        helper.isActive = false
        try Helpers(scope).save(helper)
    }

    private func fullName(_ listed: ListedHelper) -> String {
        [listed.firstName, listed.lastName].compactMap(\.self).joined(separator: " ")
    }
}
