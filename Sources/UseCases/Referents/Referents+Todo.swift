import Domain
import Persistence

/// What waits for a referent. Of people whom a word would please, first name and initial; of everybody else, nothing.
public struct ReferentTodo: Sendable {
    public struct Part: Sendable {
        public var requests: [GuidedRequest]
        /// How many there are, shown or not.
        public var count: Int
    }

    public var counts: ErrandCounts
    public var alarms: Part
    public var unconfirmed: Part
    public var noShows: Part
    public var mine: Part
    public var awaiting: Part
    public var asking: Part
    public var matched: Part
    public var calls: [DueCall]
    public var newcomers: [Greeting]
    public var neverAsked: [Greeting]
    /// Helpers without mail to ask whether they still help.
    public var availability: [AvailabilityCall]
    /// How many helpers of each quartier are awake, and how many asleep.
    public var reserve: [ReserveCount]
    /// Whether the mail of the day comes; nil for those who get none.
    public var isMailed: Bool?
    /// Mandates to hear somebody about, and those that end soon.
    public var mandates: Mandating.Count
    /// Worries that wait for this person.
    public var concerns: Int
    public var now: Moment
}

extension Referents {
    public static let pageSize = 50

    public func todo(by actor: Actor, in facts: TownFacts) async throws -> ReferentTodo {
        guard actor.isGuide, let person = actor.person else { throw Refusal.notFound }
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let listing = GuidedListing(scope, for: actor)
            func part(_ section: GuidedRequest.Section) throws -> ReferentTodo.Part {
                ReferentTodo.Part(
                    requests: try listing.page(section, limit: Self.pageSize), count: try listing.count(section))
            }
            let days = ExpectedDays(now, in: facts.town.timeZone)
            let counts = try Self.counts(for: actor, now, of: facts.town, in: scope)
            return ReferentTodo(
                counts: counts, alarms: .init(requests: try listing.alarms(limit: Self.pageSize), count: counts[.alarms]),
                unconfirmed: .init(requests: try listing.unconfirmed(days, limit: Self.pageSize), count: counts[.unconfirmed]),
                noShows: .init(requests: try listing.noShows(now: now, limit: Self.pageSize), count: counts[.noShows]),
                mine: try part(.mine), awaiting: try part(.awaiting),
                asking: try part(.asking), matched: try part(.matched),
                calls: try RingBackListing(scope, for: actor).open(limit: Self.pageSize),
                newcomers: try greetings(.welcome, by: actor, now, in: scope),
                neverAsked: try greetings(.news, by: actor, now, in: scope),
                availability: try availabilityCalls(by: actor, in: scope), reserve: try ReserveListing(scope, for: actor).counts(),
                isMailed: actor.has(.referent) ? try DayMails(scope).isOn(for: person) : nil,
                mandates: try Mandating.count(MandateListing(scope, for: actor), now),
                concerns: try Concerns(scope).open().count { $0.maySee(actor) }, now: now)
        }
    }

    /// An agreement that is still to be heard is one of the calls.
    static func counts(for actor: Actor, _ now: Moment, of town: Town, in scope: TownTransaction) throws -> ErrandCounts {
        let greetings = GreetingListing(scope, for: actor, now: now)
        let listing = GuidedListing(scope, for: actor)
        var counts: [Errand: Int] = [
            .alarms: try listing.countAlarms(), .unconfirmed: try listing.countUnconfirmed(ExpectedDays(now, in: town.timeZone)),
            .noShows: try listing.countNoShows(now: now), .requests: try listing.count(.mine),
            .calls: try RingBackListing(scope, for: actor).count(),
            .newcomers: try greetings.count(.welcome), .neverAsked: try greetings.count(.news),
            .availability: try ReserveListing(scope, for: actor).countCalls(),
        ]
        let mandates = try Mandating.count(MandateListing(scope, for: actor), now)
        counts[.mandates] = mandates.pending + mandates.ending
        if TextModeration.mayModerate(actor) { counts[.texts] = try PendingTexts(scope).count(in: actor.guidance) }
        return ErrandCounts(counts)
    }
}
