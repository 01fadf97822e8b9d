/// What is filled in with a pen.
extension Layout {
    private static let rowHeight = 21.0
    private static let gap = 14.0

    /// Two beside each other: the label, and a line up to the middle or the edge.
    mutating func lines(_ labels: [String]) {
        for start in stride(from: 0, to: labels.count, by: 2) {
            need(Self.rowHeight)
            let middle = (Sheet.left + right) / 2
            let ends =
                start + 1 < labels.count ? [(Sheet.left, middle - Self.gap / 2), (middle + Self.gap / 2, right)] : [(Sheet.left, right)]
            for (label, end) in zip(labels[start...], ends) {
                let node = structure.add("P")
                draw(label, .text, x: end.0, baseline: y - 15, as: node)
                speak(label, as: node)
                rule(from: min(end.0 + width(of: label, .text) + 5, end.1 - 20), to: end.1, at: y - 17)
            }
            y -= Self.rowHeight
        }
        y -= 2
    }

    mutating func room(_ label: String, _ count: Int) {
        need(Self.rowHeight * Double(count))
        let node = structure.add("P")
        draw(label, .text, x: Sheet.left, baseline: y - 15, as: node)
        speak(label, as: node)
        for number in 0..<count {
            let left = number == 0 ? min(Sheet.left + width(of: label, .text) + 5, right - 40) : Sheet.left
            rule(from: left, to: right, at: y - 17)
            y -= Self.rowHeight
        }
        y -= 2
    }

    /// A list whose items follow each other on a line as they fit.
    mutating func boxes(_ label: String?, _ items: [String]) {
        if let label {
            need(Style.bold.leading * 2)
            set(label, .bold, as: structure.add("P"))
        }
        let list = structure.add("L")
        var x = Sheet.left
        need(Style.text.leading)
        for item in items {
            let body = structure.add("LBody", to: structure.add("LI", to: list))
            let text = "\u{2610}\u{A0}\(item)"
            let lines = wrapped(text, .text, width: right - Sheet.left)
            let wide = lines.map { width(of: $0, .text) }.max() ?? 0
            if x > Sheet.left, x + wide > right {
                y -= Style.text.leading
                x = Sheet.left
                need(Style.text.leading)
            }
            for (number, line) in lines.enumerated() {
                if number > 0 {
                    y -= Style.text.leading
                    need(Style.text.leading)
                }
                draw(line, .text, x: x, baseline: y - Style.text.size, as: body)
            }
            speak(text, as: body)
            x += wide + Self.gap
        }
        y -= Style.text.leading + 4
    }
}
