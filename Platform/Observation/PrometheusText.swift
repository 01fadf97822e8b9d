/// The exposition being written, line by line.
struct PrometheusText {
    private(set) var lines = ""

    mutating func family<Handler>(_ name: String, _ type: String, _ members: [(LabelSet, Handler)], value: (Handler) -> String) {
        lines += "# TYPE \(name) \(type)\n"
        for (labels, handler) in members { line(name, labels.text, value(handler)) }
    }

    mutating func histograms(_ name: String, _ members: [(LabelSet, Histogram)]) {
        lines += "# TYPE \(name) histogram\n"
        for (labels, histogram) in members {
            let (counts, sum) = histogram.snapshot
            var cumulative = 0
            for (bound, count) in zip(histogram.bounds + [.infinity], counts) {
                cumulative += count
                let comma = labels.text.isEmpty ? "" : ","
                line(name + "_bucket", "\(labels.text)\(comma)le=\"\(Self.number(bound))\"", "\(cumulative)")
            }
            line(name + "_sum", labels.text, Self.number(sum))
            line(name + "_count", labels.text, "\(cumulative)")
        }
    }

    private mutating func line(_ name: String, _ labels: String, _ value: String) {
        lines += labels.isEmpty ? "\(name) \(value)\n" : "\(name){\(labels)} \(value)\n"
    }

    static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return "\(value)"
    }
}
