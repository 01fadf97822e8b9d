import Domain
import Persistence
import Secrets

/// A call that was sent twice with the same key is one request (the caller did not hear the first answer).
struct AskedBefore {
    private let hash: [UInt8]
    private let request: [UInt8]

    init?(key: String?, form: AskForm) {
        guard let key else { return nil }
        hash = Digest.of(["key", key])
        request = Digest.of(form.fields.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    /// What was created then; a refusal when the key came with something else.
    func answer(in scope: TownTransaction) throws -> Requests.Created? {
        guard let known = try IdempotencyKeys(scope).find(hash) else { return nil }
        guard known.request == request else { throw Refusal(.conflict, "refusal.idempotency") }
        let parts = known.text.split(separator: " ")
        guard parts.count == 2, let id = ID<HelpRequest>(text: parts[0]), let token = Token(text: parts[1]),
            let request = try HelpRequests(scope).find(id)
        else { return nil }
        return Requests.Created(request: request, tracking: token)
    }

    func remember(_ created: Requests.Created, in scope: TownTransaction, now: Moment) throws {
        let text = "\(created.request.id.text) \(created.tracking.text)"
        try IdempotencyKeys(scope).insert(.init(request: request, text: text), hash: hash, now: now)
    }
}
