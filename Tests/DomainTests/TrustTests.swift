import Domain
import Testing

@Suite struct HelperTrustTests {
    private var helper: Helper { Helper(person: ID(high: 0, low: 1), joinedAt: Moment(milliseconds: 0)) }

    private func grant(_ tier: TrustTier, revoked: Bool = false) -> TrustGrant {
        let time = Moment(milliseconds: 0)
        var grant = TrustGrant(
            id: ID(high: 0, low: 2), person: helper.person, tier: tier, metOn: time, grantedBy: ID(high: 0, low: 3), grantedAt: time)
        grant.revokedAt = revoked ? time : nil
        return grant
    }

    @Test func nothingBeyondRemoteWithoutTheCharter() {
        #expect(helper.tier(granted: [grant(.money)]) == .remote)
    }

    @Test func grantsInForceAddUp() {
        var promised = helper
        promised.charterVersion = 1
        #expect(promised.tier(granted: []) == .doorstep)
        #expect(promised.tier(granted: [grant(.insideHome), grant(.money)]) == .money)
        #expect(promised.tier(granted: [grant(.insideHome), grant(.money, revoked: true)]) == .insideHome)
    }

    @Test func aMinorNeverGoesBeyondTheDoor() {
        var minor = helper
        minor.isMinor = true
        minor.tier = .money
        #expect(minor.effectiveTier == nil)
        minor.hasParentalAuthorisation = true
        #expect(minor.effectiveTier == .doorstep)
        let meeting = MeetingForm(["tier": "2", "metOn": "20/11/2026", "seen": "yes"])
        #expect(throws: Refusal.self) { try meeting.read(minor, now: Moment(milliseconds: 1_795_251_600_000), in: .paris) }
    }
}
