/// Whose `X-Forwarded-For` is believed; everybody else is who they connect as.
public struct TrustedProxies: Sendable {
    private let addresses: Set<String>

    public init(_ addresses: [String]) { self.addresses = Set(addresses) }

    /// The client's address, an IPv6 one cut to its /64, since a household has one.
    /// - Parameters:
    ///   - forwarded: the header `X-Forwarded-For`, if any.
    ///   - peer: the address of the connection.
    public func network(forwarded: String?, peer: String) -> String {
        var client = peer
        if addresses.contains(peer), let forwarded {
            let hops = forwarded.split(separator: ",").map { hop in String(hop.filter { $0 != " " }) }
            client = hops.last { !addresses.contains($0) } ?? peer
        }
        guard client.contains(":") else { return client }
        return client.split(separator: ":", omittingEmptySubsequences: false).prefix(4).joined(separator: ":")
    }
}
