import Domain
import HTTPTypes
import Hummingbird
import Localization
import Secrets
import UseCases

/// Asking for help and following it, without an account.
struct RequestOperations {
    let desk: APIDesk
    private static let known = AskForm.names.values.flatMap(\.self)
    static let token = Operation.Parameter(name: "token", place: .path, meaning: "The secret of the tracking link.")
    static let key = Operation.Parameter(
        name: "Idempotency-Key", place: .header,
        meaning: "Up to 100 characters of the caller's choice: the same key and body again get the same answer.")

    var all: [Operation] {
        [
            Operation(
                id: "createRequest", method: .post, path: "/towns/{town}/requests", meaning: "Ask for help.",
                note: "Safe to repeat with an Idempotency-Key; without one, each call is a request of its own.",
                parameters: [TownOperations.town, Self.key], body: "NewRequest", success: 201, answer: "CreatedRequest",
                refusals: [404, 409, 413, 422, 429], handle: create),
            Operation(
                id: "trackRequest", method: .get, path: "/towns/{town}/tracking/{token}", meaning: "Where a request stands.",
                parameters: [TownOperations.town, Self.token], answer: "TrackedRequest", refusals: [404, 429], handle: track),
        ]
    }

    @Sendable private func create(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        try desk.take(.ask, request, context)
        let form = AskForm(try await desk.fields(request, known: Self.known))
        let t = desk.localizer(request)
        let created = try await Requests(desk.house).ask(
            form, in: facts, by: .visitor, language: t.language.rawValue, door: .api, idempotencyKey: try desk.key(request))
        let advice = try await Capacity(desk.house).advice(on: created.request, in: facts)
        let answer = CreatedAnswer(
            reference: created.request.reference.text, status: created.request.status.rawValue, trackingToken: created.tracking.text,
            trackingUrl: "\(desk.house.base(of: facts.town))/suivi/\(created.tracking.text)",
            capacity: advice.map { CapacityAnswer($0, t, facts) })
        return try .json(answer, status: .created)
    }

    @Sendable private func track(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        let tracked = try await desk.opened(request, context) { try await Requests(desk.house).tracked($0, in: facts) }
        return try .json(TrackedAnswer(tracked, facts))
    }
}

private struct CreatedAnswer: Encodable {
    var reference: String
    var status: String
    var trackingToken: String
    var trackingUrl: String
    var capacity: CapacityAnswer?
}
