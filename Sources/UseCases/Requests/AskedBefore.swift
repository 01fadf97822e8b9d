import Domain
import Persistence
import Secrets

/// A call that was sent twice with the same key is one request.
struct AskedBefore {
    private let call: KeyedCall

    init?(key: String?, form: AskForm) {
        guard let key else { return nil }
        call = KeyedCall(key, content: form.fields.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }

    /// What was created then.
    func answer(in scope: TownTransaction) throws -> Requests.Created? {
        guard let parts = try call.answer(in: scope)?.split(separator: " "), parts.count == 2, let id = ID<HelpRequest>(text: parts[0]),
            let token = Token(text: parts[1]), let request = try HelpRequests(scope).find(id)
        else { return nil }
        return Requests.Created(request: request, tracking: token)
    }

    func remember(_ created: Requests.Created, in scope: TownTransaction, now: Moment) throws {
        try call.remember("\(created.request.id.text) \(created.tracking.text)", in: scope, now: now)
    }
}
