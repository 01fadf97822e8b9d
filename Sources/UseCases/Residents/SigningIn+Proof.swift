import Domain
import Persistence
import Secrets

extension SigningIn {
    /// What a typed code came to.
    public enum CodeAnswer: Sendable {
        case entered(Entry)
        /// Not this code; so many tries are left.
        case wrong(left: Int)
        /// Too many tries, or too late: only a new mail helps.
        case over
    }

    /// Enters by the link of the mail, in any browser; nil when it no longer opens.
    public func enter(by link: Token, from browser: Browser, in town: Town) async throws -> Entry? {
        let now = house.world.now()
        return try await house.write(town) { [house] scope in
            guard let signIn = try SignIns(scope).find(token: link.hash, now: now) else { return nil }
            return try Self.enter(signIn, browser, SessionOpening(house: house, town: town), now, in: scope)
        }
    }

    /// Enters by the code, in the browser in which it was asked for. A wrong code is counted, so this answers instead of throwing.
    public func enter(typing typed: String, awaitedBy secret: Token, from browser: Browser, in town: Town) async throws -> CodeAnswer {
        let now = house.world.now()
        let key = try Self.key(secret)
        let code = TypedCode.digits(in: typed).flatMap { OneTimeCode(typed: $0) }
        return try await house.write(town) { [house] scope in
            let open = try SignIns(scope).find(browser: secret.hash, now: now).filter { $0.signIn.attempts < SignIn.mostAttempts }
            guard let fewest = open.map(\.signIn.attempts).min() else { return .over }
            guard let code else { return .wrong(left: SignIn.mostAttempts - fewest) }
            guard let hit = open.first(where: { code.matches($0.code, context: Self.context($0.signIn.id), key: key) }) else {
                try SignIns(scope).countAttempt(open.map(\.signIn.id))
                let left = SignIn.mostAttempts - fewest - 1
                return left > 0 ? .wrong(left: left) : .over
            }
            return .entered(try Self.enter(hit.signIn, browser, SessionOpening(house: house, town: town), now, in: scope))
        }
    }

    private static func enter(
        _ signIn: SignIn, _ browser: Browser, _ opening: SessionOpening, _ now: Moment, in scope: TownTransaction
    ) throws -> Entry {
        try SignIns(scope).use(signIn.email, now: now)
        var entry = try opening.open(provedBy: signIn.email, browser, in: scope)
        entry.returnPath = signIn.returnPath
        return entry
    }
}
