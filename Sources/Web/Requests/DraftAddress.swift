import Domain
import Hummingbird
import Secrets

/// The addresses of the asking form. Where a browser keeps no cookie they carry the secret of the draft, so that nobody is shut out
/// (see `docs/decisions`).
struct DraftAddress {
    private static let name = "brouillon"
    private let carried: Token?
    private let links: Links

    init(_ draft: Token?, isCarried: Bool, _ links: Links) {
        carried = isCarried ? draft : nil
        self.links = links
    }

    static func token(of request: Request) -> Token? { request.uri.queryParameters[name[...]].flatMap { Token(text: $0) } }

    /// - Parameter again: the answer was refused, and the page says why.
    func ask(_ step: AskForm.Step, again: Bool = false) -> String {
        let parts = [carried.map { "\(Self.name)=\($0.text)" }, again ? "essai=1" : nil].compactMap(\.self)
        return links.ask(step) + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}
