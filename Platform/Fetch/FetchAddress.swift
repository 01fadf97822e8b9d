import Foundation

/// Where a request may go: `https://…`, or plain http to this machine.
public struct FetchAddress: Sendable, Hashable {
    public let text: String

    /// Nil for any other scheme, for a name and password, and for what is no address.
    public init?(_ text: String) {
        guard let parts = URLComponents(string: text), let host = parts.host?.lowercased(), !host.isEmpty, parts.fragment == nil,
            parts.user == nil, parts.password == nil, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        switch parts.scheme {
        case "https": break
        case "http" where Self.loopback.contains(host.trimmingCharacters(in: ["[", "]"])): break
        default: return nil
        }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// `path` is written as it stands; names and values of the query are percent-encoded.
    public func appending(path: String, query: [(String, String)]) -> FetchAddress {
        let pairs = query.map { "\(Self.encoded($0))=\(Self.encoded($1))" }
        return FetchAddress(known: text + path + "?" + pairs.joined(separator: "&"))
    }

    private static let loopback: Set<String> = ["localhost", "127.0.0.1", "::1"]

    /// RFC 3986 §2.3: all but the unreserved characters; the `+` too, which many servers take for a blank.
    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static let unreserved = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
