import Domain
import Foundation
import Testing

@Suite struct CallQueueTests {
    private let now = Moment(milliseconds: 1_795_773_600_000)  // 27 November 2026, 11:00 in Paris
    private let zone = TimeZone.paris
    private let agent = ID<Person>(high: 1, low: 1)

    private func promise(_ number: UInt64, due minutes: Int, attempts: Int = 0, caller: UInt64? = nil, _ reason: CallBack.Reason = .missed)
        throws -> CallBack
    {
        let phone = try #require(PhoneNumber("06 00 00 00 0\(number)"))
        var one = CallBack(
            id: ID(high: 0, low: number), reason: reason, phone: phone, caller: caller.map { ID(high: 9, low: $0) }, by: agent,
            createdAt: now - .hours(9), dueAt: now + .minutes(minutes))
        one.attempts = attempts
        return one
    }

    private func about(_ person: UInt64, due minutes: Int, attempts: Int = 0) throws -> DueCall {
        var ringBack = RingBack(
            id: ID(high: 5, low: UInt64(minutes + 10_000)), request: ID(high: 6, low: 1), person: ID(high: 9, low: person),
            neighbourhood: nil, reason: .matched, createdAt: now - .hours(9), dueAt: now + .minutes(minutes))
        ringBack.attempts = attempts
        return DueCall(ringBack: ringBack, reference: try #require(Reference("T4K-92H")), category: ID(high: 7, low: 1))
    }

    @Test func whomNobodyTriedComesBeforeOlderPromises() throws {
        let items: [DueCaller.Item] = [
            .promise(try promise(1, due: -300, attempts: 2)), .promise(try promise(2, due: -10)), .promise(try promise(3, due: -60)),
            .promise(try promise(4, due: 30)), .promise(try promise(5, due: 20, attempts: 1)),
        ]
        let queue = CallQueue(items, locks: [], now: now)
        #expect(queue.due.map(\.key) == [3, 2, 1].map { .promise(ID(high: 0, low: $0)) })
        #expect(queue.later.map(\.key) == [5, 4].map { .promise(ID(high: 0, low: $0)) })
    }

    @Test func onePersonIsRungOnceForAllThatThereIsToSay() throws {
        let items: [DueCaller.Item] = [
            .request(try about(1, due: 60)), .promise(try promise(1, due: -5, caller: 1)), .request(try about(1, due: -20, attempts: 1)),
            .request(try about(2, due: -1)),
        ]
        let queue = CallQueue(items, locks: [], now: now)
        #expect(queue.due.map(\.key) == [.person(ID(high: 9, low: 2)), .person(ID(high: 9, low: 1))])
        let both = try #require(queue.due.last)
        #expect(both.items.count == 3 && both.attempts == 1 && both.dueAt == now - .minutes(20) && queue.later.isEmpty)
    }

    @Test func whoeverIsBeingRungIsLeftToWhoRingsThem() throws {
        let items: [DueCaller.Item] = [.promise(try promise(1, due: -9)), .promise(try promise(2, due: -1))]
        let first = CallerKey.promise(ID(high: 0, low: 1))
        let lock = CallLock(caller: first, holder: agent, until: now + .minutes(1))
        let queue = CallQueue(items, locks: [lock], now: now)
        #expect(queue.next(for: agent, now: now)?.key == first)
        #expect(queue.next(for: ID(high: 2, low: 2), now: now)?.key == .promise(ID(high: 0, low: 2)))
        let over = CallQueue(items, locks: [CallLock(caller: first, holder: agent, until: now)], now: now)
        #expect(over.next(for: ID(high: 2, low: 2), now: now)?.key == first)
    }

    @Test func onlyAPromisedHourRings() throws {
        let queue = CallQueue(
            [.promise(try promise(1, due: -1, .promised)), .promise(try promise(2, due: -1, .cutOff)), .request(try about(3, due: -1))],
            locks: [], now: now)
        #expect(queue.due.filter { $0.rings(now) }.map(\.key) == [.promise(ID(high: 0, low: 1))])
    }

    @Test func aPromisedHourRingsBesideWhatWasDueBefore() throws {
        let items: [DueCaller.Item] = [.request(try about(1, due: -60)), .promise(try promise(1, due: 10, caller: 1, .promised))]
        let caller = try #require(CallQueue(items, locks: [], now: now).due.first)
        #expect(!caller.rings(now) && caller.rings(now + .minutes(10)))
    }

    @Test func anHourOfTheTownsOwnDoesNotRingAndOneTheyAskedForDoes() throws {
        var missed = try promise(1, due: 0, .promised)
        missed.note(.noAnswer, by: agent, now: now, next: now + .hours(1))
        var asked = try promise(2, due: 0, .missed)
        asked.note(.later, by: agent, now: now, next: now + .hours(1))
        let queue = CallQueue([.promise(missed), .promise(asked)], locks: [], now: now + .hours(1))
        #expect(queue.due.filter { $0.rings(now + .hours(1)) }.map(\.key) == [asked.key])
    }

    @Test func aKeyIsReadBackAndNothingElseIs() {
        let keys: [CallerKey] = [.person(ID(high: 3, low: 4)), .promise(ID(high: 5, low: 6))]
        for key in keys { #expect(CallerKey(text: key.text) == key) }
        for text in ["", "p-", "x-\(ID<Person>(high: 3, low: 4).text)", "p-../../x", ID<Person>(high: 3, low: 4).text] {
            #expect(CallerKey(text: text) == nil)
        }
    }

    private func tried(_ hours: [Int], _ result: CallAttempt.Result = .noAnswer) -> CallHours {
        let midnight = LocalTime(now, in: zone).midnight
        return CallHours(
            hours.map { CallAttempt(caller: .promise(ID(high: 0, low: 1)), at: midnight + .hours($0), by: agent, result: result) }, in: zone
        )
    }

    @Test(arguments: [
        ([9], 12, 0), ([9, 12], 14, 0), ([9, 12, 14], 17, 0), ([10, 13, 15, 18], 12, 0), ([12, 14, 17], 12, 0), ([12, 12, 14, 17], 14, 0),
        ([9, 9, 12, 14, 17], 12, 0), ([], 12, 0), ([12, 12, 14, 14, 17, 17], 9, 1),
    ]) func theNextTryIsAtAnotherTimeOfTheDay(_ hours: [Int], _ hour: Int, _ days: Int) {
        let clock = RungClock(LadderSettings(), in: zone)
        let next = tried(hours).next(after: now, clock)
        #expect(next == LocalTime(now, in: zone).at(hour: hour, daysLater: days, in: zone))
    }

    @Test func theTryThatIsBeingMadeCounts() {
        let evening = LocalTime(now, in: zone).at(hour: 17, in: zone) + .minutes(10)
        let next = tried([9, 12, 14]).next(after: evening, RungClock(LadderSettings(), in: zone))
        #expect(next == LocalTime(now, in: zone).at(hour: 9, daysLater: 1, in: zone), "not at five again")
    }

    @Test func whoAnsweredAndWasBusyWasNotMissed() {
        #expect(tried([9, 14]).untried == [.noon, .evening])
        for result in [CallAttempt.Result.later, .told] { #expect(tried([9], result).untried == CallHours.Part.allCases) }
    }

    @Test(arguments: [("16:30", 990), ("16h30", 990), ("16 h", 960), ("9", 540), ("08.05", 485)])
    func hoursAreReadAsPeopleWriteThem(_ typed: String, _ minute: Int) throws {
        let day = CivilDay(now + .days(1), in: zone).typed
        let moment = try CallBackForm(["time": typed, "day": day]).time(now: now, in: zone)
        #expect(moment == CivilDay(now + .days(1), in: zone).midnight(in: zone) + .minutes(minute))
    }

    @Test func anHourThatIsOverMeansTomorrow() throws {
        let later = try CallBackForm(["time": "11:30"]).time(now: now, in: zone)
        let tomorrow = try CallBackForm(["time": "10:30"]).time(now: now, in: zone)
        #expect(later == now + .minutes(30) && tomorrow == now + .minutes(23 * 60 + 30))
    }

    @Test(arguments: [
        (["time": ""], "time"), (["time": "25:00"], "time"), (["time": "16:3"], "time"), (["time": "demain"], "time"),
        (["time": "10:00", "day": "27/11/2026"], "time"), (["time": "10:00", "day": "31/02/2027"], "day"),
        (["time": "10:00", "day": "01/02/2027"], "day"),
    ]) func whatIsNoTimeIsSaid(_ fields: [String: String], _ field: String) {
        let refusal = #expect(throws: Refusal.self) { try CallBackForm(fields).time(now: now, in: zone) }
        #expect(refusal?.fields.map(\.name) == [field])
    }

    @Test func aPromiseNeedsANumberAndAReason() throws {
        func read(_ fields: [String: String]) throws -> CallBack {
            try CallBackForm(fields).read(id: ID(high: 0, low: 1), by: agent, now: now, in: zone)
        }
        let refusal = #expect(throws: Refusal.self) { _ = try read(["phone": "12", "name": String(repeating: "x", count: 81)]) }
        #expect(refusal?.fields.map(\.name) == ["phone", "name", "reason"])
        let missed = try read(["phone": "06 00 00 00 01", "reason": "missed", "time": "zzz", "words": "la porte bleue"])
        #expect(missed.dueAt == now && missed.words == "la porte bleue", "an hour only where one was promised")
        let untimed = #expect(throws: Refusal.self) { _ = try read(["phone": "06 00 00 00 01", "reason": "promised"]) }
        #expect(untimed?.fields.map(\.name) == ["time"])
    }
}
