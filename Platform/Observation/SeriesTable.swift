/// A name that Prometheus accepts: letters, digits, `_` and `:`, no digit first.
struct MetricName: Hashable, Comparable {
    let text: String

    init(_ label: String, suffix: String = "") {
        let clean = asciiName(label, colons: true)
        text = clean.hasSuffix(suffix) ? clean : clean + suffix
    }

    func renamed(_ ending: String) -> MetricName { MetricName(text + ending) }

    static func < (a: MetricName, b: MetricName) -> Bool { a.text < b.text }
}

/// Labels in the order of their keys, escaped, ready to print: `a="1",b="2"`.
struct LabelSet: Hashable, Comparable {
    let text: String

    init(_ dimensions: [(String, String)]) {
        let labels = Dictionary(dimensions.map { (Self.key($0), $1) }, uniquingKeysWith: { _, last in last })
        text = labels.sorted { $0.key < $1.key }.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
    }

    static func < (a: LabelSet, b: LabelSet) -> Bool { a.text < b.text }

    /// `le` belongs to the buckets.
    private static func key(_ label: String) -> String { label == "le" ? "le_" : asciiName(label, colons: false) }

    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// The handlers of one type, by name and labels.
struct SeriesTable<Handler> {
    private var families: [MetricName: [LabelSet: Handler]] = [:]

    func has(_ name: MetricName) -> Bool { families[name] != nil }

    mutating func find(_ name: MetricName, _ dimensions: [(String, String)], make: () -> Handler) -> Handler {
        let labels = LabelSet(dimensions)
        if let known = families[name]?[labels] { return known }
        guard families[name, default: [:]].count >= Prometheus.maximumSeries else { return add(name, labels, make()) }
        let folded = LabelSet(dimensions.map { ($0.0, "other") })
        return families[name]?[folded] ?? add(name, folded, make())
    }

    private mutating func add(_ name: MetricName, _ labels: LabelSet, _ handler: Handler) -> Handler {
        families[name, default: [:]][labels] = handler
        return handler
    }

    func forEachFamily(_ body: (String, [(LabelSet, Handler)]) -> Void) {
        for (name, members) in families.sorted(by: { $0.key < $1.key }) {
            body(name.text, members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }
}

private func asciiName(_ label: String, colons: Bool) -> String {
    let name = String(
        label.unicodeScalars.map { scalar in
            let isKept = scalar.isASCII && (Character(scalar).isLetter || Character(scalar).isNumber || (colons && scalar == ":"))
            return isKept ? Character(scalar) : "_"
        })
    return name.first.map { !$0.isNumber } ?? false ? name : "_" + name
}
