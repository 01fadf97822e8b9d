import Domain
import Persistence
import Simulation
import UseCases

/// What simulated people do, by the use cases that real people use.
extension Rehearsal {
    /// Signs a helper up, with an address that the domain names system promises to nobody (RFC 2606).
    func enrol(_ volunteer: Int) async throws -> ID<Person> {
        var helper = play.volunteers[volunteer].helper
        let person = Person(
            id: house.world.id(), firstName: "Aidant", lastName: "\(volunteer)",
            email: EmailAddress("aidant-\(volunteer)@\(facts.town.slug).demo.invalid"), channel: .email,
            neighbourhood: helper.neighbourhood,
            birthYear: 1980, hasAccount: true, createdAt: house.world.now())
        helper.person = person.id
        try await house.write(facts.town) { [helper] scope in
            try People(scope).insert(person)
            try Helpers(scope).save(helper)
        }
        return person.id
    }

    func leave(_ volunteer: Int) async throws {
        guard let person = people[volunteer] else { return }
        try await house.write(facts.town) { scope in
            guard var helper = try Helpers(scope).find(person) else { return }
            helper.isActive = false
            try Helpers(scope).save(helper)
        }
    }

    func ask(_ errand: Int) async throws -> Requests.Created {
        let request = play.errands[errand].request
        var form = AskForm([
            "category": play.category(of: errand).key, "neighbourhood": facts.neighbourhood(request.neighbourhood)?.slug ?? "",
            "place": "\(errand + 1) rue de l’Exercice", "for": "me", "firstName": "Demande", "lastName": "\(errand + 1)",
            "email": "demande-\(errand + 1)@\(facts.town.slug).demo.invalid", "notice": "yes",
        ])
        switch request.wanted {
        case .now: form["when"] = "now"
        case .on(let day): (form["when"], form["date"]) = ("date", CivilDay(day, in: facts.town.timeZone).iso)
        case .every(let rhythm): (form["when"], form["rhythm"]) = ("every", rhythm.rawValue)
        }
        return try await Requests(house).ask(form, in: facts, by: .visitor, language: "fr", door: .web)
    }

    /// As the town's administrator does.
    func switchOn() async throws {
        let now = house.world.now()
        let administrator = try await house.read(facts.town) { try Roles($0).guide(for: nil, at: now) }
        guard let administrator, let days = play.scenario.alert?.switchDays else { return }
        let last = CivilDay(now + .days(days - 1), in: facts.town.timeZone)
        try await CrisisSwitch(house).decide(
            CrisisForm(["reason": "Exercice", "until": last.iso]), by: Actor(person: administrator, roles: [Role(.administrator)]),
            in: facts)
    }

    func cancel(_ errand: Int) async throws {
        guard let tracking = requests[errand]?.tracking else { return }
        try await RequestClosing(house).cancel(through: .link(tracking), reason: .foundElsewhere, in: facts)
    }

    func match(of errand: Int) async throws -> Match? {
        guard let id = requests[errand]?.request.id else { return nil }
        return try await house.read(facts.town) { try Matches($0).active(for: id) }
    }

    func withdraw(_ errand: Int, _ helper: Int?) async throws {
        guard let match = matches[errand], let person = helper.flatMap({ people[$0] }) else { return }
        try await Matching(house).withdraw(match, by: Actor(person: person), in: facts)
    }

    func record(_ end: Simulation.Errand.End, _ errand: Int, _ helper: Int?) async throws {
        guard let match = matches[errand], let person = helper.flatMap({ people[$0] }) else { return }
        let form = OutcomeForm(end == .helped ? ["result": "helped"] : ["result": "not_helped", "reason": "not_possible"])
        try await RequestClosing(house).record(form, as: Actor(person: person), of: match, in: facts)
    }
}
