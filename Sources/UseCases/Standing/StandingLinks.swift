import Domain
import Persistence
import Secrets

/// What stands behind the links of mails on recurring help. GET shows, POST answers, and may be repeated; nobody signs in.
public struct StandingLinks: Sendable {
    /// One day of which the helper was reminded.
    public struct Reminder: Sendable, Equatable {
        public var category: Category
        public var day: Moment
        public var hasMissed: Bool
        /// Nobody else has said yes for it.
        public var mayTakeBack: Bool
        /// It is behind, or the pair has ended.
        public var isOver: Bool
    }

    public struct Invitation: Sendable, Equatable {
        public var category: Category
        public var neighbourhood: Neighbourhood?
        public var rhythm: WhenWanted.Rhythm
        /// First name and initial of the asker, whom they helped before.
        public var name: String
        /// Nil until they answer.
        public var isYes: Bool?
    }

    public struct Check: Sendable, Equatable {
        public var answer: StandingCheck.Answer?
        public var otherName: String
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// - Throws: `notFound` for a wrong link.
    public func reminder(_ token: Token, in town: Town) async throws -> Reminder {
        let now = house.world.now()
        return try await house.read(town) { [house] scope in
            let (occasion, request) = try Self.occasion(token, in: scope)
            let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
            guard let category = try Categories(scope).find(request.category) else { throw Refusal.notFound }
            return Reminder(
                category: category, day: occasion.day.midnight(in: town.timeZone), hasMissed: occasion.cannotAt != nil,
                mayTakeBack: try Self.helping(occasion, request, in: scope) != nil && occasion.day >= turn.today
                    && turn.searched(for: request, on: occasion.day) != nil,
                isOver: request.status != .matched || occasion.day < turn.today)
        }
    }

    public func miss(_ token: Token, in town: Town) async throws {
        try await Standing(house).retrying { try await change(token, in: town) { _ = try $0.miss($1, of: $2, $3) } }
    }

    /// They can come after all.
    public func takeBack(_ token: Token, in town: Town) async throws {
        try await change(token, in: town) { try $0.takeBack($1, of: $2, $3) }
    }

    private func change(
        _ token: Token, in town: Town, _ change: @escaping @Sendable (StandingTurn, CivilDay, HelpRequest, Match) throws -> Void
    ) async throws {
        let now = house.world.now()
        try await house.write(town, listings: .needs) { [house] scope in
            let (occasion, request) = try Self.occasion(token, in: scope)
            guard let match = try Self.helping(occasion, request, in: scope) else { return }
            try change(StandingTurn(house: house, town: town, scope: scope, now: now), occasion.day, request, match)
        }
    }

    /// The match of the helper who was reminded: the link of one who left is nobody's.
    private static func helping(_ occasion: StandingOccasion, _ request: HelpRequest, in scope: TownTransaction) throws -> Match? {
        guard let match = try Matches(scope).active(for: request.id), let told = occasion.toldAt, match.createdAt <= told else {
            return nil
        }
        return match
    }

    public func invitation(_ token: Token, in facts: TownFacts) async throws -> Invitation {
        try await house.read(facts.town) { scope in
            let (second, request) = try Self.second(token, in: scope)
            guard let category = try Categories(scope).find(request.category), case .every(let rhythm) = request.wanted else {
                throw Refusal.notFound
            }
            return Invitation(
                category: category, neighbourhood: facts.neighbourhood(request.neighbourhood), rhythm: rhythm,
                name: try People(scope).find(request.asker)?.shownName ?? "",
                isYes: second.declinedAt != nil ? false : second.helperAgreedAt != nil ? true : nil)
        }
    }

    /// They agree to be the second person, or rather not; they may change their mind.
    public func answer(_ token: Token, isYes: Bool, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            var (second, request) = try Self.second(token, in: scope)
            let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
            if isYes, try !turn.mayStandIn(second.person, for: request) { throw Refusal(.conflict, "refusal.notAvailable") }
            second.helperAgreedAt = isYes ? second.helperAgreedAt ?? now : nil
            second.declinedAt = isYes ? nil : second.declinedAt ?? now
            try StandingSeconds(scope).save(second)
            try People(scope).noteSeen(second.person, now: now)
            guard !isYes, let match = try Matches(scope).active(for: request.id) else { return }
            try turn.proposeSecond(for: request, besides: match.helper)
        }
    }

    public func check(_ token: Token, in town: Town) async throws -> Check {
        try await house.read(town) { scope in
            guard let check = try StandingChecks(scope).find(token: token.hash), let request = try HelpRequests(scope).find(check.request)
            else { throw Refusal.notFound }
            let other = check.person == request.asker ? try Matches(scope).latest(for: request.id)?.helper : request.asker
            return Check(answer: check.answer, otherName: try other.flatMap { try People(scope).find($0) }?.shownName ?? "")
        }
    }

    /// « Tout va bien », or not: then the owner rings.
    public func answer(_ token: Token, _ answer: StandingCheck.Answer, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town) { [house] scope in
            guard let check = try StandingChecks(scope).find(token: token.hash), let request = try HelpRequests(scope).find(check.request)
            else { throw Refusal.notFound }
            guard check.answer != answer else { return }
            try StandingChecks(scope).answer(check.id, answer, now: now)
            try People(scope).noteSeen(check.person, now: now)
            guard answer == .notWell, request.isLive else { return }
            let turn = StandingTurn(house: house, town: town, scope: scope, now: now)
            try StandingCall(turn: turn, request: request).ring(check.person, .outcome, within: .days(1))
        }
    }

    private static func occasion(_ token: Token, in scope: TownTransaction) throws -> (StandingOccasion, HelpRequest) {
        guard let occasion = try StandingOccasions(scope).find(token: token.hash),
            let request = try HelpRequests(scope).find(occasion.request)
        else { throw Refusal.notFound }
        return (occasion, request)
    }

    private static func second(_ token: Token, in scope: TownTransaction) throws -> (StandingSecond, HelpRequest) {
        guard let second = try StandingSeconds(scope).find(token: token.hash), let request = try HelpRequests(scope).find(second.request)
        else { throw Refusal.notFound }
        return (second, request)
    }
}
