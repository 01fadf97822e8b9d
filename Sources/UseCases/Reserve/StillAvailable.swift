import Domain
import Persistence
import Secrets

/// What stands behind the link of the monthly mail. GET shows, POST answers, and may be repeated.
public struct StillAvailable: Sendable {
    public struct Question: Sendable, Equatable {
        public var answer: ReserveCheck.Answer?
        /// They stopped helping, here or elsewhere.
        public var isStopped: Bool
        public var pausedUntil: Moment?
        /// This answer woke them.
        public var isBack: Bool
        /// Whether an offer of theirs rests, to be shown again.
        public var hasReservedOffers: Bool
    }

    let house: House

    public init(_ house: House) { self.house = house }

    /// - Throws: `notFound` when no helper of this town was sent the token.
    public func question(_ token: Token, in town: Town) async throws -> Question {
        let now = house.world.now()
        return try await house.read(town) { scope in
            guard let check = try ReserveChecks(scope).find(token: token.hash), let helper = try Helpers(scope).find(check.person) else {
                throw Refusal.notFound
            }
            return Question(
                answer: check.answer, isStopped: !helper.isActive, pausedUntil: helper.pausedUntil.flatMap { $0 > now ? $0 : nil },
                isBack: check.answer == .yes && helper.returnedAt != nil && helper.returnedAt == check.answeredAt,
                hasReservedOffers: try Offers(scope).of(check.person).contains { $0.status == .reserved })
        }
    }

    /// Says yes, rests or stops. An old link still wakes whoever sleeps.
    /// - Throws: `notFound` for a wrong token.
    public func answer(_ token: Token, _ answer: ReserveCheck.Answer, in town: Town) async throws {
        let now = house.world.now()
        try await house.write(town, listings: .offers) { [house] scope in
            guard let check = try ReserveChecks(scope).find(token: token.hash) else { throw Refusal.notFound }
            try ReserveTurn(house: house, town: town, scope: scope, now: now).take(answer, to: check)
        }
    }
}
