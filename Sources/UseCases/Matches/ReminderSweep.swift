import Domain
import Localization
import Persistence
import Secrets

/// Reminds helpers of what they promised for tomorrow: each appointment once, whoever runs the job, however often and whatever the clock did.
struct ReminderSweep: TownSweep {
    static let job = "matches.reminders"
    let house: House

    func turn(in facts: TownFacts) async throws {
        let (town, now) = (facts.town, house.world.now())
        let days = ExpectedDays(now, in: town.timeZone)
        let unsent = try await house.read(town) { try Reminders($0).unsent(from: days.tomorrow, until: days.end) }
        for match in unsent { try await house.write(town) { try remind(match, of: town, in: $0, now: now) } }
    }

    /// One transaction: the reminder is noted and written, or none of it.
    private func remind(_ id: ID<Match>, of town: Town, in scope: TownTransaction, now: Moment) throws {
        let clock = RungClock(town, at: now)
        guard let match = try Matches(scope).find(id), match.status == .active, let request = try HelpRequests(scope).find(match.request),
            let category = try Categories(scope).find(request.category), let helper = try People(scope).find(match.helper),
            let appointment = Appointment(match, request, in: town.timeZone), let day = appointment.day,
            appointment.isReminded(of: match, now: now, clock, in: town.timeZone)
        else { return }
        let token = Token()
        let reminder = Reminder(match: id, day: day, sentAt: now, isMailed: helper.isMailed)
        guard try Reminders(scope).insert(reminder, tokenHash: token.hash) else { return }
        try Post(house: house, town: town).send(
            letter(token, appointment, request, category, to: helper, of: town), to: helper, in: scope)
    }

    /// Category, quartier and time; never who.
    private func letter(
        _ token: Token, _ appointment: Appointment, _ request: HelpRequest, _ category: Domain.Category, to helper: Person, of town: Town
    ) -> Letter {
        let t = Post(house: house, town: town).localizer(helper.language)
        let page = "\(house.base(of: town))/rendez-vous/\(token.text)"
        let place = house.towns.town(id: town.id)?.neighbourhood(request.neighbourhood)?.name ?? town.name
        return Letter(
            kind: "reminder", subject: t("mail.reminder.subject", ["reference": request.reference.text]),
            paragraphs: [
                t("mail.greeting", ["name": helper.firstName]),
                t(
                    "mail.reminder.body",
                    ["category": category.label(helper.language), "place": place, "when": Self.words(appointment, t)]),
            ],
            actions: [
                .init(label: t("reminder.yes"), url: "\(page)?reponse=oui"),
                .init(label: t("reminder.cannot"), url: "\(page)?reponse=non"),
            ],
            afterwards: [t("mail.reminder.free")])
    }

    static func words(_ appointment: Appointment, _ t: Localizer) -> String {
        switch appointment {
        case .now: t("ask.when.now.hint")
        case .on(let day, let at): at.map { t.dateTime($0.milliseconds) } ?? t.date(day.milliseconds)
        }
    }
}
