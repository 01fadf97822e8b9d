import Domain
import Hummingbird
import UseCases

/// Wrong links are counted, so that nobody tries many.
struct LinkGuard: Sendable {
    let throttle: Throttle

    /// What is not found behind a link was a wrong link; what is not found signed in was not.
    func guarded<T>(_ context: TownContext, _ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let refusal as Refusal where refusal.kind == .notFound && context.parameters.get("token") != nil {
            throw wrongLink(context)
        }
    }

    func wrongLink(_ context: TownContext) -> Refusal {
        do {
            try throttle.take(.wrongToken, context.network)
            return .notFound
        } catch {
            return error
        }
    }
}
