import Domain
import Persistence

extension Accepting {
    /// What a volunteer from before becomes after a yes.
    public enum HelperAnswer: Sendable {
        /// The mail proved the address: signed in, to say when and where.
        case inside(Entry)
        /// By letter: no address is proved, so there is nothing to sign in to; the town rings.
        case noted
    }

    /// A yes: from now on this person is asked. Nil when the invitation no longer opens.
    /// - Parameter fields: `birthYear` (B-08).
    public func joinHelpers(
        _ door: InvitationDoor, _ fields: [String: String], language: String? = nil, from browser: Browser, in town: Town
    ) async throws -> HelperAnswer? {
        let now = house.world.now()
        var reader = FormReader()
        let year = reader.helperBirthYear("birthYear", fields["birthYear"], now: now, in: town.timeZone)
        if fields["notice"] != "yes" { reader.refuse("notice", "refusal.notice") }
        try reader.finish()
        return try await house.write(town) { [house] scope in
            guard let invitation = try door.invitation(in: scope, now: now), let id = invitation.person,
                var person = try People(scope).find(id), var helper = try Helpers(scope).find(id)
            else { return nil }
            person.birthYear = year
            person.hasAccount = person.hasAccount || door.provesAddress
            helper.isActive = true
            helper.isMinor = year.map { AgeGroup(birthYear: $0, now: now, in: town.timeZone) == .minor } ?? true
            try People(scope).save(person)
            try Helpers(scope).save(helper)
            try Invitations(scope).accept(invitation.id, now: now)
            try ConsentProof(house: house, town: town, language: language ?? person.language).give(
                .readNotice, by: id, .init(channel: door.provesAddress ? .web : .paper, at: now), in: scope)
            guard door.provesAddress else { return .noted }
            return .inside(try SessionOpening(house: house, town: town).open(for: id, browser, in: scope))
        }
    }

    /// A no: what the file said of this person is erased, unless they had an account before.
    public func declineHelping(_ door: InvitationDoor, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { scope in
            guard let invitation = try door.invitation(in: scope, now: now), let id = invitation.person,
                let person = try People(scope).find(id)
            else { return }
            if person.hasAccount {
                try Invitations(scope).delete(invitation.id)
            } else {
                try People(scope).delete(id)
            }
        }
    }
}
