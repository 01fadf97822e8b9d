import Domain
import HTTPTypes
import Hummingbird
import Secrets
import UseCases

/// The end of a request, by its tracking link: taken back, or how it went.
struct ClosingOperations {
    let desk: APIDesk
    private static let path = "/towns/{town}/tracking/{token}"

    var all: [Operation] {
        [
            Operation(
                id: "cancelRequest", method: .post, path: Self.path + "/cancellation", meaning: "Take a request back.",
                note: "Idempotent: a request that is over stays as it is.",
                parameters: [TownOperations.town, RequestOperations.token], body: "Cancellation", answer: "TrackedRequest",
                refusals: [404, 413, 422, 429], handle: cancel),
            Operation(
                id: "recordOutcome", method: .post, path: Self.path + "/outcome", meaning: "Say how it went.",
                note: "Idempotent: what was said first stays. A request that waits for somebody's agreement has no outcome yet (404).",
                parameters: [TownOperations.town, RequestOperations.token], body: "NewOutcome", answer: "TrackedRequest",
                refusals: [404, 413, 422, 429], handle: record),
        ]
    }

    @Sendable private func cancel(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        try desk.take(.write, request, context)
        let reason = try Self.reason(try await desk.fields(request, known: ["reason"]))
        return try await tracked(request, context, facts) { link in
            try await RequestClosing(desk.house).cancel(through: link, reason: reason, in: facts)
        }
    }

    @Sendable private func record(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        try desk.take(.write, request, context)
        let form = OutcomeForm(try await desk.fields(request, known: ["result", "reason", "words"]))
        return try await tracked(request, context, facts) { link in
            try await RequestClosing(desk.house).record(form, through: link, in: facts)
        }
    }

    private static func reason(_ fields: [String: String]) throws(Refusal) -> Outcome.Reason? {
        guard let typed = fields["reason"] else { return nil }
        guard let reason = Outcome.Reason(rawValue: typed), Outcome.Reason.ofCancelling.contains(reason) else {
            throw .invalid("reason", "refusal.cancelReason")
        }
        return reason
    }

    /// Does it, then answers how the request stands.
    private func tracked(
        _ request: Request, _ context: APIContext, _ facts: TownFacts, after change: (TrackingDoor) async throws -> Void
    ) async throws -> Response {
        let tracked = try await desk.opened(request, context) { token in
            try await change(.link(token))
            return try await Requests(desk.house).tracked(token, in: facts)
        }
        return try .json(TrackedAnswer(tracked, facts))
    }
}
