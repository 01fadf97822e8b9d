import Domain
import Persistence

/// Today's calls on paper: who, which number, about what. No address: nobody knocks without a reason.
public struct DayList: Sendable {
    public struct Line: Sendable {
        public var name: String
        public var phone: PhoneNumber?
        /// Nil: the request itself waits for an answer.
        public var reason: RingBack.Reason?
        public var reference: Reference
        public var category: ID<Category>
        public var due: Moment?
        /// By which it is entered.
        public var code: PaperCode
    }

    public var lines: [Line]
    public var now: Moment
}

extension Referents {
    /// At most this many people leave the screen on one sheet.
    static let dayListSize = 40

    /// What is due until tonight, the most pressing first. Printing is journaled for each person on the sheet.
    public func dayList(by actor: Actor, in facts: TownFacts) async throws -> DayList {
        guard actor.isGuide else { throw Refusal.notFound }
        let now = house.world.now()
        let tonight = LocalTime(now, in: facts.town.timeZone).at(hour: 0, daysLater: 1, in: facts.town.timeZone)
        return try await house.write(facts.town) { scope in
            let calls = try RingBackListing(scope, for: actor).open(limit: Self.dayListSize).filter { $0.ringBack.dueAt < tonight }
            let mine = try GuidedListing(scope, for: actor).page(.mine, limit: Self.dayListSize - calls.count)
            let requests = try HelpRequests(scope)
            let askers = Dictionary(
                uniqueKeysWithValues: try mine.compactMap { one in try requests.find(one.id).map { (one.id, $0.asker) } })
            let shown = calls.map(\.ringBack.person) + askers.values
            let people = try People(scope).find(shown)
            for person in Set(shown) { try journal(.printed, by: actor, "people", person.bytes, for: "day_list", in: scope) }
            let printing = PaperPrinting(house: house, by: actor, town: facts.town, in: scope)
            let codes = try printing.codes(
                of: calls.map { PaperRow(request: $0.ringBack.request, ringBack: $0.ringBack.id) } + mine.map { PaperRow(request: $0.id) })
            let told = zip(calls, codes).compactMap { call, code in people[call.ringBack.person].map { line(call, $0, code) } }
            let waiting = zip(mine, codes.dropFirst(calls.count)).compactMap { one, code in
                askers[one.id].flatMap { people[$0] }.map { line(one, $0, code) }
            }
            return DayList(lines: told + waiting, now: now)
        }
    }

    private func line(_ call: DueCall, _ person: Person, _ code: PaperCode) -> DayList.Line {
        DayList.Line(
            name: person.shownName, phone: person.phone, reason: call.ringBack.reason, reference: call.reference, category: call.category,
            due: call.ringBack.dueAt, code: code)
    }

    private func line(_ request: GuidedRequest, _ person: Person, _ code: PaperCode) -> DayList.Line {
        DayList.Line(
            name: person.shownName, phone: person.phone, reason: nil, reference: request.reference, category: request.category,
            due: request.due, code: code)
    }
}
