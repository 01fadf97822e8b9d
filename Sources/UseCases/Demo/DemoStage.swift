import Domain

/// Everything from which the life of one town is made up.
struct DemoStage: Sendable {
    let facts: TownFacts
    let homes: DemoHomes
    let staff: DemoStaff
    let calendar: DemoCalendar
    let library: DemoLibrary

    /// Weights of what is offered: groceries before all, then conversation and homework.
    static let offered: [(value: String, weight: Double)] = [
        ("groceries", 34), ("conversation", 18), ("homework", 14), ("computing", 7), ("paperwork", 5), ("pets", 6), ("printing", 4),
        ("masks", 3), ("staff", 3), ("lending", 3), ("garden", 3), ("sharing", 2), ("money", 1), ("other", 5),
    ]
    /// And of what is asked for.
    static let asked: [(value: String, weight: Double)] = [
        ("groceries", 40), ("computing", 11), ("paperwork", 10), ("conversation", 8), ("homework", 7), ("printing", 5), ("pets", 4),
        ("garden", 4), ("lending", 3), ("other", 5), ("masks", 2), ("staff", 2), ("money", 2), ("sharing", 1),
    ]

    /// Among the town's categories, those that `suits`.
    func category(
        _ weights: [(value: String, weight: Double)], _ chance: inout SeededChance, where suits: (Category) -> Bool = { _ in true }
    ) -> Category? {
        let choices = weights.compactMap { key, weight in
            facts.category(key: key).flatMap { $0.isActive && suits($0) ? (value: $0, weight: weight) : nil }
        }
        return chance.pick(weighted: choices)
    }

    /// The first quartier is the liveliest; a few do not say where they live.
    func quartier(_ chance: inout SeededChance) -> Neighbourhood? {
        if chance.share() < 0.03 { return nil }
        return chance.pick(weighted: facts.neighbourhoods.enumerated().map { ($1, $0 == 0 ? 2 : 1) })
    }

    /// Who answers for a quartier.
    func owner(_ quartier: ID<Neighbourhood>?) -> Person {
        let index = facts.neighbourhoods.firstIndex { $0.id == quartier }
        return index.flatMap { staff.referents.indices.contains($0) ? staff.referents[$0] : nil } ?? staff.administrator
    }

    func name(_ quartier: ID<Neighbourhood>?) -> String { facts.neighbourhood(quartier)?.name ?? facts.town.name }

    /// Numbers that are kept for fiction (ARCEP, decision 2018-0881 and its annexes): nobody is ever rung.
    func mobile(_ number: Int) -> PhoneNumber? { PhoneNumber("063998\(digits(1_000 + number))") }
    func landline(_ number: Int) -> PhoneNumber? {
        let prefix = (facts.town.settings.phone ?? "").filter(\.isNumber).prefix(6)
        return PhoneNumber("\(prefix)\(digits(1_000 + number))")
    }

    func address(_ first: String, _ last: String, _ number: Int) -> EmailAddress? {
        EmailAddress("\(Slug.of(first)).\(Slug.of(last)).\(number)@\(facts.town.slug).demo.invalid")
    }

    private func digits(_ number: Int) -> String {
        let text = String(number % 10_000)
        return String(repeating: "0", count: 4 - text.count) + text
    }
}
