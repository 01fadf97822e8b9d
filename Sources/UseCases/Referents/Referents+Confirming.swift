import Domain
import Persistence
import Secrets

extension Referents {
    /// The helper said on the telephone that they will be there. Twice is once; the asker is told.
    public func confirmHelper(of id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope)
            guard let match = try Matches(scope).active(for: id), match.isPersonal, request.status == .matched,
                let day = Appointment(match, request, in: facts.town.timeZone)?.day
            else { return }
            let reminders = Reminders(scope)
            var reminder = try reminders.find(match.id, day: day)
            if reminder == nil {
                let heard = Reminder(match: match.id, day: day, sentAt: now, isMailed: false)
                _ = try reminders.insert(heard, tokenHash: Token().hash)
                reminder = heard
            }
            guard let reminder, reminder.answer == nil else { return }
            try reminders.answer(reminder, .yes, now: now)
            try Reminding(house).confirmed(match, request, facts.town, in: scope, now: now)
            try journal(.decided, by: actor, "help_requests", id.bytes, for: "confirmed", in: scope)
        }
    }
}
