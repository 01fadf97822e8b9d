import Foundation

extension Comparison {
    /// An SVG picture: the share of requests with a yes, by the hours since they were made, a line for each policy and its range.
    public var plot: String {
        let frame = Frame()
        let lines = policies.enumerated().map { number, policy in line(policy, Style.all[number % Style.all.count], frame) }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(frame.width)) \(Int(frame.height))" font-family="sans-serif" font-size="13" role="img">
            <title>\(Self.escaped("\(scenario): share of requests with a yes"))</title>
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="\(Int(frame.left))" y="22" font-size="16">\(Self.escaped("\(scenario): \(summary)"))</text>
            \(frame.axes)
            \(lines.joined(separator: "\n"))
            </svg>

            """
    }

    private func line(_ policy: PolicyFigures, _ style: Style, _ frame: Frame) -> String {
        let spreads = RunFigures.hours.indices.map { index in PolicyFigures.Spread(policy.runs.map { $0.answered[index] }.sorted()) }
        func points(_ value: (PolicyFigures.Spread) -> Double) -> [String] {
            zip(RunFigures.hours, spreads).map { frame.point($0, value($1)) }
        }
        let band = points(\.high) + points(\.low).reversed()
        let end = frame.y(spreads[spreads.count - 1].median) + 4
        return """
            <polygon points="\(band.joined(separator: " "))" fill="\(style.colour)" opacity="0.15"/>
            <polyline points="\(points(\.median).joined(separator: " "))" fill="none" stroke="\(style.colour)" stroke-width="2.5" stroke-dasharray="\(style.dash)"/>
            <text x="\(Int(frame.right + 8))" y="\(Figure.rounded(end, 1))" fill="\(style.colour)">\(Self.escaped(policy.policy))</text>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private struct Style {
        let colour: String
        let dash: String

        static let all = [
            Style(colour: "#6b6b6b", dash: "6 4"), Style(colour: "#b3541e", dash: "2 3"), Style(colour: "#7a3e9d", dash: "8 3 2 3"),
            Style(colour: "#1d6fa5", dash: "10 4"), Style(colour: "#1f5c4d", dash: "none"),
        ]
    }

    private struct Frame {
        let width = 760.0, height = 440.0, left = 60.0, right = 640.0, top = 50.0, bottom = 390.0

        /// Hours on a logarithmic scale.
        func x(_ hours: Double) -> Double {
            let (first, last) = (log(RunFigures.hours[0]), log(RunFigures.hours[RunFigures.hours.count - 1]))
            return left + (right - left) * (log(hours) - first) / (last - first)
        }

        func y(_ share: Double) -> Double { bottom - (bottom - top) * share }
        func point(_ hours: Double, _ share: Double) -> String { "\(Figure.rounded(x(hours), 1)),\(Figure.rounded(y(share), 1))" }

        var axes: String {
            let rows = [0.0, 0.25, 0.5, 0.75, 1].map { share in
                """
                <path d="M\(left) \(y(share))H\(right)" stroke="#ccc"/><text x="\(left - 8)" y="\(y(share) + 4)" text-anchor="end">\(Int(share * 100)) %</text>
                """
            }
            let columns = [(0.5, "30 min"), (2, "2 h"), (8, "8 h"), (24, "1 d"), (72, "3 d"), (240, "10 d")].map { hours, label in
                "<text x=\"\(Figure.rounded(x(hours), 1))\" y=\"\(bottom + 20)\" text-anchor=\"middle\">\(label)</text>"
            }
            return (rows + columns).joined(separator: "\n")
        }
    }
}
