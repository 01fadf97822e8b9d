import Domain
import Localization
import Persistence

/// The mails about trust. None says anything of somebody else.
struct TrustLetters {
    let house: House
    let town: Town

    func meetingAsked(to referent: Person, in scope: TownTransaction) throws {
        try send("meetingAsked", path: "/referent/confiance", to: referent, in: scope)
    }

    func granted(_ tier: TrustTier, to person: Person, in scope: TownTransaction) throws {
        try send(tier == .money ? "money" : "insideHome", path: "/mon-compte/disponibilites", to: person, in: scope)
    }

    func revoked(to person: Person, in scope: TownTransaction) throws {
        try send("revoked", path: "/mon-compte/disponibilites", to: person, in: scope)
    }

    private func send(_ kind: String, path: String, to person: Person, in scope: TownTransaction) throws {
        let post = Post(house: house, town: town)
        let t = post.localizer(person.language)
        let letter = Letter(
            kind: "trust_\(kind)", subject: t("mail.trust.\(kind).subject"),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.trust.\(kind).body")],
            actions: [.init(label: t("mail.trust.\(kind).button"), url: house.base(of: town) + path)])
        try post.send(letter, to: person, in: scope)
    }
}
