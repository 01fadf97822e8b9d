/// A piece of a page. One concrete type, so that pieces can be stored, passed, made optional and mixed freely.
///
/// Whatever arrives at run time can only enter as `text` or as the value of an attribute, and both are escaped;
/// names and raw HTML are literals of the source code.
public enum Markup: Sendable {
    case empty
    /// Words for people, escaped when rendered.
    case text(String)
    /// HTML written in the source code, left as it is.
    case raw(StaticString)
    indirect case element(StaticString, [Attribute?], Markup)
    /// An element without content or end tag: `br`, `img`, `input`…
    indirect case void(StaticString, [Attribute?])
    case list([Markup])
    /// A fragment that this module rendered before, kept by a cache.
    case prerendered([UInt8])
    /// Where a `Stencil` is filled.
    case slot(Stencil.Slot)
}

extension Markup {
    /// The piece as UTF-8 HTML.
    /// - Parameter capacity: bytes set aside at first; more are found when needed.
    public func rendered(capacity: Int = 48 * 1024) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(capacity)
        render(into: &bytes)
        return bytes
    }

    /// Appends the piece as UTF-8 HTML.
    public func render(into bytes: inout [UInt8]) {
        switch self {
        case .empty: break
        case .text(let text): bytes.append(escaping: text)
        case .raw(let html): bytes.append(html)
        case .list(let pieces): for piece in pieces { piece.render(into: &bytes) }
        case .slot(let slot): Stencil.append(slot, asLink: false, to: &bytes)
        case .prerendered(let html): bytes.append(contentsOf: html)
        case .void(let name, let attributes): bytes.append(tag: name, attributes)
        case .element(let name, let attributes, let content):
            bytes.append(tag: name, attributes)
            content.render(into: &bytes)
            bytes.append("</")
            bytes.append(name)
            bytes.append(UInt8(ascii: ">"))
        }
    }

    /// The piece rendered once and for all, for a cache.
    public func prerender() -> Markup { .prerendered(rendered(capacity: 256)) }

    /// The piece as a string of HTML, for mail bodies and tests; pages are sent as bytes.
    public var html: String { String(decoding: rendered(capacity: 1024), as: UTF8.self) }
}
