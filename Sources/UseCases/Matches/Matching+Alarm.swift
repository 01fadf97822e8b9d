import Domain
import Localization
import Persistence

extension Matching {
    /// Less than a day is left: the owner hears at once, also by night, and it stays on top of their list until somebody sees to it.
    /// Call it once the request is open again.
    func alarm(_ match: Match, of request: HelpRequest, town: Town, in scope: TownTransaction, now: Moment) throws {
        guard let appointment = Appointment(match, request, in: town.timeZone), appointment.isNear(now) else { return }
        try Alarms(scope).raise(Alarm(match: match.id, request: request.id, raisedAt: now))
        guard let owner = try People(scope).find(request.owner) else { return }
        let post = Post(house: house, town: town)
        let t = post.localizer(owner.language)
        let letter = Letter(
            kind: "alarm", subject: t("mail.alarm.subject", ["reference": request.reference.text]),
            paragraphs: [t("mail.greeting", ["name": owner.firstName]), t("mail.alarm.body"), t("mail.alarm.meanwhile")],
            actions: [.init(label: t("mail.alarm.button"), url: "\(house.base(of: town))/referent/demandes/\(request.id.text)")])
        try post.send(letter, to: owner, in: scope)
    }
}

extension Referents {
    /// « I see to it. » Twice is once.
    public func takeInHand(_ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope)
            guard try Alarms(scope).end(about: request.id, by: actor.person, now: now) else { return }
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "alarm", in: scope)
        }
    }
}
