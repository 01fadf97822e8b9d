import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Localization
import Secrets
import UseCases

/// Asking for help and following it, without an account.
struct RequestOperations {
    let desk: APIDesk
    private static let known = AskForm.names.values.flatMap(\.self)
    private static let token = Operation.Parameter(name: "token", place: .path, meaning: "The secret of the tracking link.")
    private static let key = Operation.Parameter(
        name: "Idempotency-Key", place: .header,
        meaning: "Up to 100 characters of the caller's choice: the same key and body again answer the same request.")

    var all: [Operation] {
        [
            Operation(
                id: "createRequest", method: .post, path: "/towns/{town}/requests", meaning: "Ask for help.",
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
        let language = Language(acceptLanguage: request.headers[.acceptLanguage] ?? "").rawValue
        let created = try await Requests(desk.house).ask(
            form, in: facts, by: .visitor, language: language, door: .api, idempotencyKey: try key(request))
        let answer = CreatedAnswer(
            reference: created.request.reference.text, status: created.request.status.rawValue, trackingToken: created.tracking.text,
            trackingUrl: "\(desk.house.base(of: facts.town))/suivi/\(created.tracking.text)")
        return try .json(answer, status: .created)
    }

    @Sendable private func track(_ request: Request, _ context: APIContext) async throws -> Response {
        let facts = try desk.town(context)
        guard let token = context.parameters.get("token").flatMap({ Token(text: $0) }),
            let tracked = try await Requests(desk.house).tracked(token, in: facts)
        else {
            try desk.take(.wrongToken, request, context)
            throw Refusal.notFound
        }
        return try .json(TrackedAnswer(tracked, facts))
    }

    private func key(_ request: Request) throws(Refusal) -> String? {
        guard let key = request.headers[.idempotencyKey] else { return nil }
        guard (1...100).contains(key.utf8.count) else { throw .invalid("Idempotency-Key", "refusal.idempotencyKey") }
        return key
    }
}

private struct CreatedAnswer: Encodable {
    var reference: String
    var status: String
    var trackingToken: String
    var trackingUrl: String
}

private struct TrackedAnswer: Encodable {
    var reference: String
    var status: String
    var category: String
    var createdAt: String
    var promisedBy: String?
    var ownerName: String?
    var outcome: String?

    init(_ tracked: TrackedRequest, _ facts: TownFacts) {
        let request = tracked.request
        reference = request.reference.text
        status = request.status.rawValue
        category = facts.category(request.category)?.key ?? ""
        createdAt = request.createdAt.iso
        let isWaiting = request.status == .open || request.status == .awaitingAgreement
        promisedBy = isWaiting ? request.rungDue?.iso : nil
        ownerName = tracked.ownerName
        outcome = request.outcome?.rawValue
    }
}

extension Moment {
    /// `2026-11-21T09:00:00.000Z`
    var iso: String {
        Date(timeIntervalSince1970: Double(milliseconds) / 1_000).formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true))
    }
}
