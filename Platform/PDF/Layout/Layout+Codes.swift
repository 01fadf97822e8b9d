import QRCode

extension Layout {
    private static let side = 64.0

    /// At the right edge; lines end before it until it is passed.
    mutating func code(_ label: String, _ text: String, _ picture: QRCode?, _ description: String) {
        need(Self.side + Style.large.leading + Style.note.leading)
        let wide = max(width(of: text, .large), width(of: label, .note), Self.side)
        let (start, left) = (y, Sheet.right - wide)
        let node = structure.add("P")
        draw(label, .note, x: left, baseline: y - Style.note.size, as: node)
        y -= Style.note.leading
        draw(text, .large, x: left, baseline: y - Style.large.size * 0.85, as: node)
        y -= Style.large.leading
        if let picture { draw(picture, description, left: Sheet.right - Self.side) }
        inset = (wide + 16, y - 2)
        y = start
    }

    private mutating func draw(_ picture: QRCode, _ description: String, left: Double) {
        let node = structure.add("Figure")
        structure.describe(node, as: description, box: [left, y - Self.side, left + Self.side, y])
        let module = Self.side / Double(picture.side)
        var drawing = ""
        for row in 0..<picture.side {
            for column in 0..<picture.side where picture[row, column] {
                let place = [left + Double(column) * module, y - Double(row + 1) * module, module, module].map(\.point)
                drawing += place.joined(separator: " ") + " re\n"
            }
        }
        mark(drawing + "f\n", as: node)
        y -= Self.side
    }
}
