import Domain
import TestSupport
import Testing
import UseCases

@Suite struct AvailabilityTests {
    @Test(arguments: Engine.all) func aNewHelperHelpsRemotely(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let karim = try await test.viewer(test.cast.karim)
        try await AvailabilityKeeping(test.house).save(TestHouse.availability, of: karim, in: test.town)
        let helper = try #require(try await test.helper(test.cast.karim))
        #expect(helper.tier == .remote)
        #expect(helper.days == [1, 6] && helper.fromHour == 9 && helper.toHour == 18)
        #expect(helper.travel == .bicycle && helper.languages == ["fr", "ar"] && helper.weeklyAsks == 3)
        #expect(helper.categories == Set([test.category("groceries"), test.category("conversation")].compactMap { $0?.id }))
        let standing = try await AvailabilityKeeping(test.house).standing(of: karim, in: test.town)
        #expect(standing.form.fields["categories"] == "groceries,conversation")
        #expect(standing.form.fields["neighbourhood"] == "les-tilleuls")
    }

    @Test func everythingThatIsMissingIsSaidAtOnce() async throws {
        let test = try await TestHouse()
        let karim = try await test.viewer(test.cast.karim)
        let refusal = await #expect(throws: Refusal.self) {
            try await AvailabilityKeeping(test.house).save(AvailabilityForm(), of: karim, in: test.town)
        }
        let names = ["categories", "days", "toHour", "birthYear", "neighbourhood", "languages", "radius", "travel", "weeklyAsks"]
        #expect(refusal?.fields.map(\.name) == names)
        #expect(try await test.helper(test.cast.karim) == nil)
    }

    @Test(arguments: Engine.all) func pausingStoppingAndComingBackKeepTrust(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let karim = try await test.viewer(test.cast.karim)
        try await test.makeHelper(test.cast.karim, tier: .insideHome)
        let keeping = AvailabilityKeeping(test.house)
        try await keeping.pause(PauseForm(["for": "month"]), of: karim, in: test.town.town)
        #expect(try await test.helper(test.cast.karim)?.pausedUntil != nil)
        try await keeping.resume(karim, in: test.town.town)
        #expect(try await test.helper(test.cast.karim)?.pausedUntil == nil)
        try await keeping.stop(karim, in: test.town.town)
        #expect(try await test.helper(test.cast.karim)?.isActive == false)
        try await keeping.save(TestHouse.availability, of: karim, in: test.town)
        let back = try #require(try await test.helper(test.cast.karim))
        #expect(back.isActive && back.tier == .insideHome)
    }

    @Test(arguments: Engine.all) func aMinorComesOfAge(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        var form = TestHouse.availability
        form.fields["birthYear"] = "2009"
        try await AvailabilityKeeping(test.house).save(form, of: try await test.viewer(test.cast.karim), in: test.town)
        #expect(try await test.helper(test.cast.karim)?.isMinor == true)
        test.clock.move(.days(60))
        await test.work(withSchedules: true)
        #expect(try await test.helper(test.cast.karim)?.isMinor == false)
    }
}
