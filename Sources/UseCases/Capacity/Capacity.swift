import Domain
import Persistence

/// What can be promised today (barrière de capacité), from the last measure.
public struct Capacity: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// What is said before a request, and what else there is.
    public struct Advice: Sendable {
        public var notice: CapacityNotice
        /// Kinds of help that are at hand in the same quartier.
        public var alternatives: [Category]
        /// Names of those who take this kind of help there.
        public var organisations: [String]
        /// Of the directory, a few that answer this kind of help there.
        public var services: [ServiceNow]
        /// By when somebody answers in person all the same.
        public var answerBy: Moment
        public var now: Moment
    }

    /// Where little can be promised, and whom else a caller may be told of.
    public struct Heavy: Sendable {
        /// The heaviest first.
        public var loads: [Load] = []
        public var services: [ServiceNow] = []
        public var now: Moment

        public init(now: Moment) { self.now = now }
    }

    /// A table for staff: numbers only.
    public struct Board: Sendable {
        public var loads: [Load]
        /// Nil before the first measure.
        public var measuredAt: Moment?
        public var now: Moment
    }

    /// Nil when nothing need be said. Nothing here ever keeps a request from being recorded.
    public func advice(on request: NewRequest, in facts: TownFacts) async throws -> Advice? {
        let urgency = Urgency(request.wanted, request.criteria, by: facts.town.settings.urgency, now: house.world.now())
        let isPriority = urgency == .urgent || !request.criteria.isEmpty
        return try await advice(on: LoadCell(request.category.id, request.neighbourhood), urgency, isPriority: isPriority, in: facts)
    }

    /// The same for a form that lacks its last tick only.
    public func advice(before form: AskForm, _ choices: AskForm.Choices, in facts: TownFacts) async throws -> Advice? {
        var form = form
        form["notice"] = "yes"
        return try await advice(on: try form.read(choices), in: facts)
    }

    /// For a request that was written down, to be read aloud at the end of a call.
    public func advice(on request: HelpRequest, in facts: TownFacts) async throws -> Advice? {
        guard request.status == .open || request.status == .awaitingAgreement else { return nil }
        let isPriority = request.urgency == .urgent || !request.criteria.isEmpty
        return try await advice(on: LoadCell(request.category, request.neighbourhood), request.urgency, isPriority: isPriority, in: facts)
    }

    /// What is said of each kind of help before anybody has begun to ask for it in a quartier, or where it is not known; nothing of most.
    public func advice(in neighbourhood: ID<Neighbourhood>?, of facts: TownFacts) async throws -> [ID<Category>: Advice] {
        let loads = try await house.read(facts.town) { try Loads($0).of(neighbourhood) }
        let said = facts.activeCategories.compactMap { category in
            advice(on: LoadCell(category.id, neighbourhood), .ordinary, among: loads, in: facts).map { (category.id, $0) }
        }
        return Dictionary(uniqueKeysWithValues: said)
    }

    /// - Parameter isPriority: urgent, or with a criterion of priority: it passes without a word.
    private func advice(on cell: LoadCell, _ urgency: Urgency, isPriority: Bool, in facts: TownFacts) async throws -> Advice? {
        guard !isPriority else { return nil }
        let (loads, organisations) = try await house.read(facts.town) { scope in
            let taking = try Organisations(scope).active().filter {
                $0.kind != .communalReserve && $0.takes(cell.category, in: cell.neighbourhood)
            }
            return (try Loads(scope).of(cell.neighbourhood), taking.map(\.name))
        }
        var advice = advice(on: cell, urgency, among: loads, in: facts)
        advice?.organisations = organisations
        advice?.services = ServiceDirectory(house).beside([cell], in: facts)
        return advice
    }

    private func advice(on cell: LoadCell, _ urgency: Urgency, among loads: [Load], in facts: TownFacts) -> Advice? {
        let (now, limit) = (house.world.now(), facts.town.settings.capacity.limit)
        guard let notice = CapacityNotice(loads.first { $0.cell == cell }, limit: limit, isPriority: false) else { return nil }
        let others = CapacityNotice.alternatives(loads, in: cell.neighbourhood, limit: limit)
        return Advice(
            notice: notice, alternatives: others.compactMap(facts.category).filter(\.isActive), organisations: [], services: [],
            answerBy: RungClock(facts.town, at: now).helpersUntil(from: now, urgency: urgency), now: now)
    }

    /// The cells where little can be promised now, the heaviest first: for whoever answers the telephone, whatever the quartier.
    public func heavy(by actor: Actor, in facts: TownFacts, atMost count: Int = 6) async throws -> Heavy {
        guard actor.answersCalls else { throw Refusal.notFound }
        let limit = facts.town.settings.capacity.limit
        let loads = try await house.read(facts.town) { try Loads($0).all() }
        var heavy = Heavy(now: house.world.now())
        heavy.loads = Array(loads.filter { $0.isOver(limit) }.sorted { $0.factor > $1.factor }.prefix(count))
        heavy.services = ServiceDirectory(house).beside(heavy.loads.map(\.cell), in: facts)
        return heavy
    }

    /// Measures anew, for staff who do not want to wait for the next turn.
    public func measure(by actor: Actor, in facts: TownFacts) async throws {
        guard actor.isGuide else { throw Refusal.notFound }
        try await LoadSweep(house: house).turn(in: facts)
    }

    /// Referents see their own quartiers, administrators the town.
    public func board(by actor: Actor, in facts: TownFacts) async throws -> Board {
        guard actor.isGuide else { throw Refusal.notFound }
        return try await house.read(facts.town) { scope in
            let place = Dictionary(uniqueKeysWithValues: facts.categories.enumerated().map { ($1.id, $0) })
            let loads = try Loads(scope).all().filter { load in
                actor.mayGuide(load.cell.neighbourhood) && (load.needed > 0 || load.work.matched > 0 || load.helpers > 0)
            }
            return Board(
                loads: loads.sorted { left, right in
                    if left.factor != right.factor { return left.factor > right.factor }
                    return (place[left.cell.category] ?? 0, left.helpers) < (place[right.cell.category] ?? 0, right.helpers)
                },
                measuredAt: try Loads(scope).measuredAt(), now: house.world.now())
        }
    }
}
