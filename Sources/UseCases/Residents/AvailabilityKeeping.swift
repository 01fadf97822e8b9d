import Domain
import Persistence

/// A helper's own availability: private, and theirs to change, pause and stop at any time.
public struct AvailabilityKeeping: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    public struct Standing: Sendable {
        /// Nil while this person helps nobody.
        public var helper: Helper?
        public var form: AvailabilityForm
        public var grants: [TrustGrant]
        /// Kinds of help about which they want to be asked no more.
        public var refused: [Category]
        public var now: Moment
    }

    public func standing(of viewer: Viewer, in facts: TownFacts) async throws -> Standing {
        let now = house.world.now()
        let (helper, grants, refused) = try await house.read(facts.town) { scope in
            let helper = try Helpers(scope).find(viewer.person.id)
            return (
                helper, try TrustGrants(scope).of(viewer.person.id), try helper.map { try Self.refused(by: $0, facts, in: scope) } ?? []
            )
        }
        let form = AvailabilityForm(helper ?? Self.beginner(viewer.person, now), viewer.person, choices(facts))
        return Standing(helper: helper, form: form, grants: grants, refused: refused, now: now)
    }

    /// Makes or changes the availability. A new helper has the tier *remote*.
    @discardableResult
    public func save(_ form: AvailabilityForm, of viewer: Viewer, in facts: TownFacts) async throws -> Helper {
        let choices = choices(facts)
        return try await house.write(facts.town, listings: true) { scope in
            guard var person = try People(scope).find(viewer.person.id) else { throw Refusal.notFound }
            var helper = try Helpers(scope).find(person.id) ?? Self.beginner(person, choices.now)
            try form.change(&helper, &person, choices)
            try People(scope).save(person)
            try Helpers(scope).save(helper)
            return helper
        }
    }

    public func pause(_ form: PauseForm, of viewer: Viewer, in town: Town) async throws {
        let until = try form.read(now: house.world.now(), in: town.timeZone)
        try await change(viewer, in: town) { $0.pausedUntil = until }
    }

    public func resume(_ viewer: Viewer, in town: Town) async throws {
        try await change(viewer, in: town) { $0.pausedUntil = nil }
    }

    /// Takes back a « never this kind ». Harmless for a kind that was not refused.
    public func welcomeAgain(_ key: String, of viewer: Viewer, in facts: TownFacts) async throws {
        try await house.write(facts.town, listings: true) { scope in
            guard var helper = try Helpers(scope).find(viewer.person.id) else { throw Refusal.notFound }
            guard let category = try Self.refused(by: helper, facts, in: scope).first(where: { $0.key == key }) else { return }
            helper.categories.insert(category.id)
            try Helpers(scope).save(helper)
        }
    }

    private static func refused(by helper: Helper, _ facts: TownFacts, in scope: TownTransaction) throws -> [Category] {
        let refused = try Asks(scope).refusedCategories(of: helper.person).subtracting(helper.categories)
        return facts.activeCategories.filter { refused.contains($0.id) }
    }

    /// No ask any more; what was said of trust is kept for a return.
    public func stop(_ viewer: Viewer, in town: Town) async throws {
        try await change(viewer, in: town) { helper in
            helper.isActive = false
            helper.meetingAskedAt = nil
        }
    }

    private func change(_ viewer: Viewer, in town: Town, _ change: @escaping @Sendable (inout Helper) -> Void) async throws {
        try await house.write(town, listings: true) { scope in
            guard var helper = try Helpers(scope).find(viewer.person.id) else { throw Refusal.notFound }
            change(&helper)
            try Helpers(scope).save(helper)
        }
    }

    private func choices(_ facts: TownFacts) -> AvailabilityForm.Choices {
        AvailabilityForm.Choices(
            categories: facts.categories, neighbourhoods: facts.neighbourhoods, now: house.world.now(), zone: facts.town.timeZone)
    }

    private static func beginner(_ person: Person, _ now: Moment) -> Helper {
        var helper = Helper(person: person.id, neighbourhood: person.neighbourhood, joinedAt: now)
        if AvailabilityForm.languages.contains(person.language) { helper.languages = [person.language] }
        return helper
    }
}
