import Domain
import Persistence

/// Trust is granted, not assumed: remote first, the door after the charter, the home and money after a meeting (B-02, B-04, B-06).
public struct Trust: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// A helper agrees to the charter as it stands.
    /// - Parameter version: the one that was read; a newer one is shown again.
    public func acceptCharter(_ version: Int, by viewer: Viewer, language: String? = nil, in town: Town) async throws {
        guard version == town.settings.charterVersion else { throw Refusal(.conflict, "refusal.charterChanged") }
        let now = house.world.now()
        try await house.write(town, listings: true) { [house] scope in
            guard var helper = try Helpers(scope).find(viewer.person.id) else { throw Refusal(.forbidden, "refusal.notHelper") }
            guard !helper.hasAccepted(charter: version) else { return }
            helper.charterVersion = version
            helper.charterAcceptedAt = now
            helper.tier = helper.tier(granted: try TrustGrants(scope).of(helper.person))
            try Helpers(scope).save(helper)
            try ConsentProof(house: house, town: town, language: language ?? viewer.person.language).give(
                .charter, by: helper.person, .init(channel: .web, at: now), in: scope)
        }
    }

    /// A helper asks to meet a referent, who is told once.
    public func askMeeting(_ viewer: Viewer, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { [house] scope in
            guard var helper = try Helpers(scope).find(viewer.person.id), helper.isActive else {
                throw Refusal(.forbidden, "refusal.notHelper")
            }
            guard helper.meetingAskedAt == nil else { return }
            helper.meetingAskedAt = now
            try Helpers(scope).save(helper)
            guard let owner = try Roles(scope).guide(for: helper.neighbourhood, at: now), let referent = try People(scope).find(owner)
            else {
                return
            }
            try TrustLetters(house: house, town: facts.town).meetingAsked(to: referent, in: scope)
        }
    }
}
