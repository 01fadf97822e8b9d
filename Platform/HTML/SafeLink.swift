/// Keeps links that a browser would execute (`javascript:`, `data:`…) out of pages.
enum SafeLink {
    /// The link itself if it is relative or of a harmless scheme, else `#`.
    ///
    /// Control characters and spaces are skipped wherever they stand, as browsers skip tabs and line ends
    /// (WHATWG URL, basic URL parser) and more strictly: `java\tscript:` is still `javascript:`.
    static func checked(_ link: String) -> String {
        var scheme: UInt64 = 0
        var length = 0
        for byte in link.utf8 {
            switch byte {
            case ...0x20, 0x7F: continue
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return link
            case UInt8(ascii: ":"): return length <= 8 && harmless.contains(scheme) ? link : "#"
            default:
                scheme = scheme << 8 | UInt64(byte | 0x20)  // lower case for letters; nothing else becomes one
                length += 1
            }
        }
        return link
    }

    /// Schemes as up to eight bytes in one integer, so that checking a link allocates nothing.
    private static let harmless = ["http", "https", "mailto", "tel", "sms"].map { scheme in
        scheme.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }

    enum Kind { case ordinary, link, script }

    static func kind(ofAttribute name: StaticString) -> Kind {
        let name = name.description.lowercased()
        if name.utf8.starts(with: "on".utf8) || name == "srcdoc" { return .script }
        return links.contains(name) ? .link : .ordinary
    }

    private static let links: Set<String> = [
        "action", "background", "cite", "data", "formaction", "href", "manifest", "ping", "poster", "src", "xlink:href",
    ]
}
