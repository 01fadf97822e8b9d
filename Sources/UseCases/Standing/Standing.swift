import Database
import Domain
import Persistence
import Secrets

/// Recurring help, as the two of a pair keep it: which days, which day not, and who stands in.
public struct Standing: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Nil where the two are no pair, and while nobody has said yes.
    public func view(_ door: ConversationDoor, in town: Town) async throws -> StandingView? {
        let now = house.world.now()
        return try await house.read(town) { [house] scope in
            do {
                return try StandingTurn(house: house, town: town, scope: scope, now: now).view(try door.seat(in: scope, now: now))
            } catch let refusal as Refusal where refusal.kind == .notFound { return nil }
        }
    }

    /// Either of the two writes down the first day, or a new one. The rhythm counts from it.
    /// - Throws: a refusal of `first`.
    public func agree(on typed: String?, through door: ConversationDoor, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            let seat = try door.seat(in: scope, now: now)
            let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
            guard try turn.view(seat) != nil else { throw Refusal.notFound }
            guard let day = CivilDay(typed ?? "") else { throw Refusal.invalid("first", "refusal.date") }
            guard day >= turn.today else { throw Refusal.invalid("first", "refusal.datePast") }
            guard day.number - turn.today.number <= 366 else { throw Refusal.invalid("first", "refusal.dateFar") }
            try StandingPairs(scope).agree(on: day, for: seat.request.id)
        }
    }

    /// « Je ne peux pas cette fois »: the helper says it of one day; said twice it is once.
    /// - Throws: `notFound` for whoever is not the helper, and for a day that is none of theirs.
    public func miss(_ day: CivilDay, of match: ID<Match>, by actor: Actor, in town: Town) async throws {
        try await retrying { try await change(day, of: match, by: actor, in: town) { _ = try $0.miss(day, of: $1.request, $1.match) } }
    }

    /// « Finalement, je peux venir »: they take it back, while nobody else has said yes for that day.
    /// - Throws: `notFound` for whoever is not the helper, and for a day that is none of theirs.
    public func takeBack(_ day: CivilDay, of match: ID<Match>, by actor: Actor, in town: Town) async throws {
        try await change(day, of: match, by: actor, in: town) { try $0.takeBack(day, of: $1.request, $1.match) }
    }

    private func change(
        _ day: CivilDay, of match: ID<Match>, by actor: Actor, in town: Town,
        _ change: @escaping @Sendable (StandingTurn, ConversationDoor.Seat) throws -> Void
    ) async throws {
        let now = house.world.now()
        try await house.write(town, listings: .needs) { [house] scope in
            let seat = try ConversationDoor.match(match, actor).seat(in: scope, now: now)
            guard seat.side == .helper else { throw Refusal.notFound }
            let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
            guard let rhythm = try turn.rhythm(of: seat.request), rhythm.contains(day) else { throw Refusal.notFound }
            try change(turn, seat)
        }
    }

    /// Whoever was too late with a yes to recurring help offers to stand in, by the link of their ask; the asker is asked.
    /// - Throws: `notFound` for a wrong token. What can no longer be offered changes nothing.
    public func offer(_ token: Token, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            guard let ask = try Asks(scope).find(token: token.hash), let request = try HelpRequests(scope).find(ask.request) else {
                throw Refusal.notFound
            }
            let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
            guard try SecondTurn(scope: scope, now: now).mayOffer(ask, request), try turn.mayStandIn(ask.helper, for: request) else {
                return
            }
            var second = StandingSecond(request: request.id, person: ask.helper, proposedAt: now)
            second.helperAgreedAt = now
            try StandingSeconds(scope).save(second)
            try turn.tellOfProposal(second, request)
        }
    }

    /// The asker says whether somebody may be the second person.
    /// - Throws: `notFound` for whoever is not the asker, and for somebody who was not proposed.
    public func decide(on person: ID<Person>, isYes: Bool, through door: ConversationDoor, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            let seat = try door.seat(in: scope, now: now)
            guard seat.side == .asker else { throw Refusal.notFound }
            let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
            try turn.decide(on: person, isYes: isYes, for: seat.request, besides: seat.match.helper)
        }
    }

    /// The reference drawn for a request of one day may be another's: the schema says so, and the next one is free.
    func retrying(_ body: @Sendable () async throws -> Void) async throws {
        for _ in 1...3 {
            do { return try await body() } catch let error as DatabaseError where error.kind == .unique {}
        }
        throw Refusal(.conflict, "refusal.tryAgain")
    }
}

extension StandingTurn {
    /// The asker agrees that somebody may be the second person, or not; said again it changes nothing.
    /// - Throws: `notFound` for somebody who was not proposed.
    func decide(on person: ID<Person>, isYes: Bool, for request: HelpRequest, besides helper: ID<Person>) throws {
        guard var second = try StandingSeconds(scope).of(request.id).first(where: { $0.person == person }) else { throw Refusal.notFound }
        guard second.awaitsAsker else { return }
        if isYes { second.askerAgreedAt = now } else { second.declinedAt = now }
        try StandingSeconds(scope).save(second)
        try settleCalls(about: request)
        if second.awaitsHelper { try askSecond(second, request) }
        if !isYes { try proposeSecond(for: request, besides: helper) }
    }

    /// Whom the owner of a request has to ask the asker about, on the telephone or not.
    func awaitingAsker(_ request: HelpRequest) throws -> Person? {
        guard request.status == .matched, let second = try StandingSeconds(scope).of(request.id).first(where: \.awaitsAsker) else {
            return nil
        }
        return try People(scope).find(second.person)
    }

    /// Nobody is rung about a second person any more once there is none to agree to.
    func settleCalls(about request: HelpRequest) throws {
        guard try !StandingSeconds(scope).of(request.id).contains(where: \.awaitsAsker) else { return }
        _ = try RingBacks(scope).cancel(.secondPerson, of: request.asker, about: request.id)
    }

    func askSecond(_ second: StandingSecond, _ request: HelpRequest) throws {
        let people = try People(scope).find([second.person, request.asker])
        guard let person = people[second.person], let asker = people[request.asker],
            let category = try Categories(scope).find(request.category)
        else { return }
        let token = Token()
        try StandingSeconds(scope).save(second, tokenHash: token.hash)
        try Post(house: house, town: town).send(letters.second(asker, category, token, to: person), to: person, in: scope)
    }
}
