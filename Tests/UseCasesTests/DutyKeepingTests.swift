import Domain
import Persistence
import TestSupport
import Testing
@testable import UseCases

/// The roster: who may put whom down, within which hours.
@Suite struct DutyKeepingTests {
    private func form(_ day: String, _ from: String = "8 h", _ until: String = "20 h", _ person: Person? = nil, insists: Bool = false)
        -> DutyForm
    {
        DutyForm(["day": day, "from": from, "until": until, "person": person?.id.text ?? "", "insists": insists ? "yes" : ""])
    }

    private func key(_ body: () async throws -> Void) async throws -> String? {
        do { try await body() } catch let refusal as Refusal { return refusal.fields.first?.key ?? refusal.key }
        return nil
    }

    @Test(arguments: Engine.all) func aShiftIsTakenByOneOfTwo(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = DutyKeeping(test.house)
        try await keeping.add(form("2026-11-23", "20 h", "8 h"), by: test.attendant, in: test.town)
        var roster = try await test.roster("2026-48")
        let duty = try #require(roster.duties.first)
        #expect(roster.duties.count == 1 && duty.person == nil && duty.until - duty.from == .hours(12))
        try await keeping.take(duty.id, by: test.guide, in: test.town)
        try await keeping.take(duty.id, by: test.guide, in: test.town)
        #expect(try await key { try await keeping.take(duty.id, by: test.attendant, in: test.town) } == "refusal.dutyTaken")
        roster = try await test.roster("2026-48", by: test.administrator)
        #expect(roster.duties.map(\.person) == [test.cast.martine.id] && roster.names[test.cast.martine.id] == "Martine M.")
        #expect(Set(roster.people.map(\.id)).isSuperset(of: [test.cast.attendant.id, test.cast.martine.id, test.cast.administrator.id]))
        #expect(!roster.people.contains { [test.cast.moderator.id, test.cast.officer.id, test.cast.karim.id].contains($0.id) })
        #expect(roster.gaps.count == 2, "before it and after it")
        try await keeping.leave(duty.id, by: test.guide, in: test.town)
        #expect(try await test.find(duty)?.person == nil)
    }

    @Test func aReferentPutsDownNobodyElse() async throws {
        let test = try await TestHouse()
        let keeping = DutyKeeping(test.house)
        let duty = try await test.duty(test.cast.attendant, from: 24, to: 30)
        for body: () async throws -> Void in [
            { try await keeping.add(form("2026-11-23"), by: test.guide, in: test.town) },
            { try await keeping.leave(duty.id, by: test.guide, in: test.town) },
            { try await keeping.remove(duty.id, by: test.guide, in: test.town) },
            { try await keeping.put(DutyForm(["person": test.cast.martine.id.text]), on: duty.id, by: test.guide, in: test.town) },
            { try await keeping.copy(CivilWeek("2026-48")!, by: test.guide, in: test.town) },
            { _ = try await test.roster(by: Actor(person: test.cast.karim.id)) },
            { try await keeping.take(duty.id, by: Actor(person: test.cast.moderator.id, roles: [Role(.moderator)]), in: test.town) },
        ] { #expect(try await key(body) == "refusal.notFound") }
        #expect(try await test.find(duty) == duty)
    }

    @Test(arguments: Engine.all) func capsHoldUntilAnAdministratorInsists(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = DutyKeeping(test.house)
        let odile = test.cast.attendant
        try await keeping.add(form("2026-11-23", "8 h", "20 h", odile), by: test.attendant, in: test.town)
        let night = form("2026-11-23", "22 h", "6 h", odile)
        #expect(try await key { try await keeping.add(night, by: test.administrator, in: test.town) } == "refusal.duty.rest")
        let insisting = form("2026-11-23", "22 h", "6 h", odile, insists: true)
        #expect(try await key { try await keeping.add(insisting, by: test.attendant, in: test.town) } == "refusal.duty.rest")
        try await keeping.add(insisting, by: test.administrator, in: test.town)
        let duties = try await test.roster("2026-48").duties
        #expect(duties.map(\.over) == [[], [.rest]] && duties.allSatisfy { $0.person == odile.id })
        #expect(try await test.journal(.decided) == ["duty", "duty_over_caps"])
        let twice = form("2026-11-23", "19 h", "21 h", odile, insists: true)
        #expect(try await key { try await keeping.add(twice, by: test.administrator, in: test.town) } == "refusal.dutyTwice")
        #expect(try await test.roster("2026-48").duties.count == 2)
    }

    @Test(arguments: Engine.all) func aWeekIsCopiedOnce(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let keeping = DutyKeeping(test.house)
        for day in ["2026-11-23", "2026-11-25"] {
            try await keeping.add(form(day, "20 h", "6 h", test.cast.attendant), by: test.administrator, in: test.town)
        }
        // Two together, of whom one is still wanted.
        try await keeping.add(form("2026-11-25", "20 h", "6 h"), by: test.administrator, in: test.town)
        let week = try #require(CivilWeek("2026-48"))
        for _ in 1...2 { try await keeping.copy(week, by: test.attendant, in: test.town) }
        let next = try await test.roster("2026-49").duties
        #expect(next.count == 3 && next.compactMap(\.person) == [test.cast.attendant.id, test.cast.attendant.id])
        #expect(next.map { CivilDay($0.from, in: test.town.town.timeZone).iso } == ["2026-11-30", "2026-12-02", "2026-12-02"])
        // What the next week holds already keeps somebody from being on twice.
        try await keeping.add(form("2026-12-07", "18 h", "22 h", test.cast.attendant), by: test.administrator, in: test.town)
        try await keeping.copy(week.adding(weeks: 1), by: test.attendant, in: test.town)
        let third = try await test.roster("2026-50").duties
        #expect(third.count == 4 && third.filter { $0.person == nil }.count == 2, "on Monday evening somebody is wanted")
    }

    @Test func whoLeavesTheStaffLeavesTheRoster() async throws {
        let test = try await TestHouse()
        let (now, later) = (
            try await test.duty(test.cast.attendant, from: -1, to: 3), try await test.duty(test.cast.attendant, from: 24, to: 30)
        )
        #expect(try await test.owner(of: try await test.askAtTheLake()) == test.cast.attendant.id)
        let role = try #require(
            try await test.house.read(test.town.town) { try StaffListing($0).all().first { $0.role.kind == .operator }?.id })
        try await Inviting(test.house).revoke(role, by: test.administrator, in: test.town.town)
        #expect(try await test.find(now)?.person == test.cast.attendant.id, "who was on stays written down")
        #expect(try await test.find(later)?.person == nil)
        #expect(try await test.owner(of: try await test.askAtTheLake()) == test.cast.administrator.id)
    }

    @Test(arguments: Engine.all) func anErasedOperatorIsOnNoRoster(_ engine: Engine) async throws {
        let test = try await TestHouse(on: engine)
        let viewer = try await test.viewer(test.cast.attendant)
        let (past, later) = (
            try await test.duty(test.cast.attendant, from: -12, to: -1), try await test.duty(test.cast.attendant, from: 24, to: 30)
        )
        let now = try await test.duty(test.cast.attendant, from: 0, to: 3)
        try await HandingOver(test.house).handOver(HandOverForm(["note": "mot-gardénia"]), of: now.id, by: test.attendant, in: test.town)
        let file = try await Exporting(test.house).file(of: viewer, in: test.town)
        let chapter = "\(file.chapters.first { $0.name == "duty" }?.entries ?? [])"
        #expect(chapter.contains("mot-gardénia"))
        try await Erasing(test.house).erase(viewer, in: test.town)
        #expect(try await test.find(past)?.person == Person.nobody.id)
        #expect(try await test.find(later)?.person == nil)
        let left = try await test.handOver(of: now)
        #expect(left?.giver == Person.nobody.id && left?.note == nil && left?.taker == test.cast.administrator.id)
    }
}
