/// Reads the tags of an SVG and refuses whatever runs, loads or embeds something.
struct SVGInspection {
    private static let forbidden: Set<String> = [
        "script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener", "set", "animate",
        "animatetransform", "animatemotion", "a", "image", "feimage",
    ]
    let isHarmless: Bool

    init(_ text: String) {
        let lower = text.lowercased()
        let hasWords = ["javascript:", "@import", "<!entity", "<?xml-stylesheet", "expression(", "\\"].contains { lower.contains($0) }
        isHarmless = !hasWords && Self.loadsNothing(lower) && Self.tags(of: lower).allSatisfy(Self.isHarmless)
    }

    /// `url(#gradient)` and nothing else.
    private static func loadsNothing(_ text: String) -> Bool {
        text.split(separator: "url(", omittingEmptySubsequences: false).dropFirst().allSatisfy { rest in
            rest.first { !" \"'\n\t".contains($0) } == "#"
        }
    }

    /// What stands between `<` and `>`, as an XML parser sees it; an unclosed tag counts as one.
    private static func tags(of text: String) -> [Substring] {
        var tags: [Substring] = []
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: start)...]
            if let end = skipped.lazy.filter({ rest.hasPrefix($0.opening) }).first?.closing {
                rest = rest[(rest.firstRange(of: end)?.upperBound ?? rest.endIndex)...]
                continue
            }
            let tag = rest[..<end(of: rest)]
            tags.append(tag)
            rest = rest[tag.endIndex...]
        }
        return tags
    }

    /// What holds no tags, whatever it looks like.
    private static let skipped: [(opening: String, closing: String)] = [("!--", "-->"), ("![cdata[", "]]>"), ("?", "?>")]

    /// The first `>` outside quotes.
    private static func end(of tag: Substring) -> Substring.Index {
        var quote: Character?
        for index in tag.indices {
            let character = tag[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == ">" {
                return index
            } else if character == "\"" || character == "'" {
                quote = character
            }
        }
        return tag.endIndex
    }

    private static func isHarmless(_ tag: Substring) -> Bool {
        guard !(tag.hasPrefix("!doctype") && tag.contains("[")) else { return false }
        let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
        guard let local = name.split(separator: ":").last, !forbidden.contains(String(local)) else { return false }
        return attributes(of: tag.dropFirst(name.count)).allSatisfy { attribute in
            let name = attribute.name.split(separator: ":").last.map(String.init) ?? ""
            guard !name.hasPrefix("on") else { return false }
            return name != "href" && name != "src" || attribute.value.hasPrefix("#")
        }
    }

    /// `name = "value"` pairs; slashes and quotes separate attributes as spaces do, so that no lenient parser sees more than we do.
    private static func attributes(of tag: Substring) -> [(name: String, value: Substring)] {
        var found: [(name: String, value: Substring)] = []
        var rest = tag
        while let equals = rest.firstIndex(of: "=") {
            let before = rest[..<equals].split { $0.isWhitespace || "/\"'".contains($0) }
            rest = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
            let quote = rest.first.flatMap { "\"'".contains($0) ? $0 : nil }
            if quote != nil { rest = rest.dropFirst() }
            let value = rest.prefix { quote == nil ? !$0.isWhitespace : $0 != quote }
            found.append((before.last.map(String.init) ?? "", value.drop { $0.isWhitespace }))
            rest = rest[value.endIndex...].dropFirst(quote == nil ? 0 : 1)
        }
        return found
    }
}
