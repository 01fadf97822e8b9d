import Domain
import TestSupport
import Testing
@testable import UseCases

@Suite struct SecurityReviewTests {
    private func states(_ test: TestHouse, _ installation: Installation) async throws -> [String: SecurityReview.Point.State] {
        let boss = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        let points = try await SecurityReview(test.house, installation).points(by: boss, in: test.town)
        return Dictionary(uniqueKeysWithValues: points.map { ($0.name, $0.state) })
    }

    @Test func eachPointFollowsWhatIs() async throws {
        let test = try await TestHouse()
        let trial = try await states(test, Installation())
        #expect(trial["mail"] == .known && trial["previous"] == nil && trial["demo"] == nil)
        for name in ["https", "cookies", "limits", "secret", "keys"] { #expect(trial[name] == .missing, "\(name)") }
        for name in ["pages", "services", "signIn", "sealed", "journal"] { #expect(trial[name] == .kept, "\(name)") }

        var guarded = Installation()
        (guarded.mail, guarded.limitsWrites, guarded.hasOwnSecretKey, guarded.keysLieApart) = (.encrypted, true, true, true)
        let sound = try await states(test, guarded)
        for name in ["mail", "limits", "secret", "keys"] { #expect(sound[name] == .kept, "\(name)") }
        (guarded.mail, guarded.hasPreviousKey) = (.open, true)
        let turning = try await states(test, guarded)
        #expect(turning["mail"] == .missing && turning["previous"] == .missing)

        _ = try await KeyRotation(test.house).begin(test.town.town)
        let boss = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        let points = try await SecurityReview(test.house, guarded).points(by: boss, in: test.town)
        let sealed = try #require(points.first { $0.name == "sealed" })
        #expect(sealed.state == .known && Int(sealed.arguments["rows"] ?? "") ?? 0 > 5)
    }

    @Test func nobodyElseMayLook() async throws {
        let test = try await TestHouse()
        for role in [Role.Kind.referent, .moderator, .dpo] {
            await #expect(throws: Refusal.notFound) {
                _ = try await SecurityReview(test.house, Installation())
                    .points(by: Actor(person: test.cast.martine.id, roles: [Role(role)]), in: test.town)
            }
        }
    }
}
