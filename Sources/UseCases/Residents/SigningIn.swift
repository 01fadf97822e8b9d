import Domain
import Persistence
import Secrets

/// Signing in without a password: a mail brings a link and a code. Nothing here tells whether an account exists: everybody gets the mail.
public struct SigningIn: Sendable {
    let house: House

    public init(_ house: House) { self.house = house }

    /// Sends the mail.
    /// - Parameters:
    ///   - path: where the person wanted to go, already checked to lie inside the town's site.
    ///   - browser: the secret of the browser's cookie, if it has one already.
    /// - Returns: the secret that the browser keeps: the code works only there.
    public func ask(
        _ email: EmailAddress, returnPath path: String?, browser: Token?, language: String, in town: Town
    ) async throws -> Token {
        let browser = browser ?? Token()
        let (link, code) = (Token(), OneTimeCode())
        let signIn = SignIn(id: house.world.id(), email: email, returnPath: path, createdAt: house.world.now())
        let hashes = SignIns.Hashes(
            token: link.hash, code: code.hash(context: Self.context(signIn.id), key: try Self.key(browser)), browser: browser.hash)
        try await house.write(town) { [house] scope in
            try SignIns(scope).insert(signIn, hashes)
            let residents = try People(scope).residents(with: email)
            let post = Post(house: house, town: town)
            let speech = residents.count == 1 ? residents[0].language : language
            let letter = SignInLetter(
                t: post.localizer(speech), url: "\(house.base(of: town))/connexion/lien/\(link.text)", code: code.text)
            try post.send(letter.letter, to: email, language: speech, in: scope)
        }
        return browser
    }

    /// The address that a link proves, shown before the button is pressed; nil when the link no longer opens.
    public func address(of link: Token, in town: Town) async throws -> EmailAddress? {
        let now = house.world.now()
        return try await house.read(town) { try SignIns($0).find(token: link.hash, now: now)?.email }
    }

    /// The address to which this browser's last mail went.
    public func address(awaitedBy browser: Token, in town: Town) async throws -> EmailAddress? {
        let now = house.world.now()
        return try await house.read(town) { try SignIns($0).find(browser: browser.hash, now: now).first?.signIn.email }
    }

    static func context(_ id: ID<SignIn>) -> String { "sign-in \(id.text)" }

    /// The browser's secret keys the code's hash, so that a stolen database cannot try the million codes.
    static func key(_ browser: Token) throws -> MACKey {
        guard let key = MACKey(bytes: Array(browser.text.utf8)) else { throw Refusal.notFound }
        return key
    }
}
