import Synchronization

/// The template of the route that answers a request, `/suivi/{token}`, for logs and figures: the address itself may hold a secret.
public final class RouteNote: Sendable {
    private let route = Mutex<String?>(nil)

    public init() {}

    public var value: String? { route.withLock { $0 } }
    func set(_ template: String?) { route.withLock { $0 = template } }
}
