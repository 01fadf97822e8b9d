import HTTPTypes
import Hummingbird

/// Whose `X-Forwarded-For` is believed; everybody else is who they connect as.
struct TrustedProxies: Sendable {
    private let addresses: Set<String>

    init(_ addresses: [String]) { self.addresses = Set(addresses) }

    /// The client's address, an IPv6 one cut to its /64, since a household has one.
    func network(of request: Request, peer: String) -> String {
        var client = peer
        if addresses.contains(peer), let forwarded = request.headers[.xForwardedFor] {
            let hops = forwarded.split(separator: ",").map(\.trimmingSpaces)
            client = hops.last { !addresses.contains($0) } ?? peer
        }
        guard client.contains(":") else { return client }
        return client.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
}
