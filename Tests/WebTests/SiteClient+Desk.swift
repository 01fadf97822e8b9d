import TestSupport
import Testing

extension SiteClient {
    /// The address of a call that began now.
    func beginCall(_ number: String = "", in town: String = "clairval") async throws -> String {
        try #require(try await post("/t/\(town)/conciergerie/appels", ["numero": number]).location)
    }

    /// A call of one page, as it was typed.
    func takeCall(_ fields: [String: String]) async throws -> SiteClient.Answer {
        try await post(try await beginCall(), fields.merging(["version": "1"]) { $1 })
    }
}
