import Domain
import Hummingbird
import UseCases

/// What one agreed to, and taking it back.
struct ConsentsController: Sendable {
    let consents: OwnConsents
    let throttle: Throttle

    func index(_ request: Request, _ context: TownContext) async throws -> Response {
        let list = try await consents.list(of: try context.signedIn(), in: context.facts)
        let isDone = request.uri.queryParameters["fait"] != nil
        return ConsentsPage(site: Site(context, "/mon-compte/consentements"), items: list, isDone: isDone).response()
    }

    /// What follows is said before.
    func withdrawal(_ request: Request, _ context: TownContext) async throws -> Response {
        let item = try await consents.find(try context.id(), of: try context.signedIn(), in: context.facts)
        guard item.consent.mayBeWithdrawn else { return .seeOther(context.links.consents) }
        return ConsentWithdrawalPage(site: Site(context, "/mon-compte/consentements"), item: item).response()
    }

    func withdraw(_ request: Request, _ context: TownContext) async throws -> Response {
        try throttle.take(.write, context.network)
        let viewer = try context.signedIn()
        try await consents.withdraw(try context.id(), by: viewer, in: context.facts)
        return .seeOther(context.links.consents + "?fait=1")
    }
}
