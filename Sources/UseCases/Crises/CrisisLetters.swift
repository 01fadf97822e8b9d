import Domain
import Localization
import Persistence

/// What staff are told of a crisis: that it began, goes on, will end, has ended.
struct CrisisLetters {
    enum News: String, CaseIterable { case opened, prolonged, ending, ended }

    let house: House
    let town: Town
    let now: Moment

    /// To everybody who has a role by which the town is run, once each.
    func send(_ news: News, of crisis: Crisis, in scope: TownTransaction) throws {
        let staff = try [Role.Kind.administrator, .referent, .moderator].flatMap { try Staff(scope).holding($0) }
        let people = try People(scope).find(Array(Set(staff + [crisis.decidedBy])))
        let decider = people[crisis.decidedBy]?.shownName ?? ""
        for id in Set(staff).sorted() {
            guard let person = people[id] else { continue }
            try Post(house: house, town: town).send(letter(news, crisis, decider, to: person, in: scope), to: person, in: scope)
        }
    }

    private func letter(_ news: News, _ crisis: Crisis, _ decider: String, to person: Person, in scope: TownTransaction) throws -> Letter {
        let t = Post(house: house, town: town).localizer(person.language)
        let last = t.date((crisis.until - .minutes(1)).milliseconds)
        let facts = ["town": town.name, "until": last, "reason": crisis.reason, "name": decider]
        let mayDecide = try Roles(scope).of(person.id).contains { $0.kind == .administrator }
        let page = mayDecide ? "administration/crise" : "referent"
        let isStaffed = try mayDecide || Roles(scope).of(person.id).contains { $0.kind == .referent }
        return Letter(
            kind: "crisis_\(news.rawValue)", subject: t("mail.crisis.\(news.rawValue).subject", facts),
            paragraphs: [t("mail.greeting", ["name": person.firstName]), t("mail.crisis.\(news.rawValue).body", facts)]
                + (news == .ended ? [] : [t("mail.crisis.reason", facts)]),
            actions: isStaffed ? [.init(label: t("mail.crisis.button"), url: "\(house.base(of: town))/\(page)")] : [])
    }
}
