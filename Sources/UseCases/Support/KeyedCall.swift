import Domain
import Persistence
import Secrets

/// A call that comes with a key of the caller's choice: sent twice with the same content, because the first answer was not heard, it is one.
struct KeyedCall {
    private let hash: [UInt8]
    private let content: [UInt8]

    /// - Parameters:
    ///   - name: what the call does, where keys of several kinds of calls are not to meet.
    ///   - content: whatever makes it another call.
    init(_ key: String, of name: String? = nil, content: [String]) {
        hash = Digest.of(["key", name, key].compactMap(\.self))
        self.content = Digest.of(content)
    }

    /// What was answered then; a refusal when the key came with something else.
    func answer(in scope: TownTransaction) throws -> String? {
        guard let known = try IdempotencyKeys(scope).find(hash) else { return nil }
        guard known.request == content else { throw Refusal(.conflict, "refusal.idempotency") }
        return known.text
    }

    func remember(_ text: String, in scope: TownTransaction, now: Moment) throws {
        try IdempotencyKeys(scope).insert(.init(request: content, text: text), hash: hash, now: now)
    }
}
