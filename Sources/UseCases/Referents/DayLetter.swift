import Domain
import Localization
import Persistence

/// The mail of the day: what waits for each referent, in numbers. It leaves once a day, whoever runs the job and however often.
struct DayLetter: TownSweep {
    static let job = "referents.day"
    let house: House

    /// To whoever is due one now.
    func turn(in facts: TownFacts) async throws {
        let (town, now) = (facts.town, house.world.now())
        guard let day = DayMail.day(at: now, hour: town.settings.dayMailHour, in: town.timeZone) else { return }
        let due = try await house.read(town) { scope in
            try Staff(scope).holding(.referent).filter { try isDue(day, $0, now, in: scope) }
        }
        for referent in due { try await house.write(town) { try write(to: referent, of: town, on: day, now, in: $0) } }
    }

    /// One transaction: the day is taken, counted and written about, or none of it.
    private func write(to referent: ID<Person>, of town: Town, on day: CivilDay, _ now: Moment, in scope: TownTransaction) throws {
        guard try isDue(day, referent, now, in: scope), let person = try People(scope).find(referent),
            try DayMails(scope).take(day, for: referent)
        else { return }
        let actor = Actor(person: referent, roles: try Roles(scope).acting(referent, at: now))
        let counts = try Referents.counts(for: actor, now, of: town, in: scope)
        guard actor.has(.referent), counts.total > 0 else { return }
        try Post(house: house, town: town).send(letter(counts, to: person, of: town), to: person, in: scope)
    }

    /// Whoever is away gets none.
    private func isDue(_ day: CivilDay, _ person: ID<Person>, _ now: Moment, in scope: TownTransaction) throws -> Bool {
        guard try DayMails(scope).isDue(day, for: person) else { return false }
        return try !Absences(scope).about(person).contains { $0.person == person && $0.isOn(at: now) }
    }

    /// Nothing in it names anybody, a need or a place: it may be read over a shoulder.
    private func letter(_ counts: ErrandCounts, to person: Person, of town: Town) -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        let page = "\(house.base(of: town))/referent"
        let lines = counts.lines.filter { $0.count > 0 }.map { t("mail.day.\($0.errand.rawValue)", count: $0.count) }
        return Letter(
            kind: "day", subject: t("mail.day.subject", count: counts.total), paragraphs: [t("mail.day.hello")] + lines,
            actions: [.init(label: t("mail.day.button"), url: page)],
            afterwards: [t("mail.day.end", ["address": page + "#courriel"])])
    }
}

extension Referents {
    /// Whether one wants the mail of the day. The same twice is once.
    public func turnDayMail(on isOn: Bool, by actor: Actor, in facts: TownFacts) async throws {
        guard actor.has(.referent), let person = actor.person else { throw Refusal.notFound }
        try await house.write(facts.town) { try DayMails($0).turn(person, on: isOn) }
    }
}
