extension Layout {
    func width(of text: String, _ style: Style) -> Double {
        let font = style.isBold ? typeface.bold : typeface.regular
        let units = typeface.drawn(text).reduce(0) { $0 + font.advance(of: font.glyph(of: $1) ?? 0) }
        return Double(units) * style.size / Double(font.unitsPerEm)
    }

    /// Broken at spaces, and inside of a word only where it is longer than a line.
    func wrapped(_ text: String, _ style: Style, width: Double) -> [String] {
        var (lines, line): ([String], String) = ([], "")
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) {
            let longer = line.isEmpty ? word : "\(line) \(word)"
            if self.width(of: longer, style) <= width {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = word
            while self.width(of: line, style) > width, line.count > 1 {
                let fitting = fitting(line, style, width: width)
                lines.append(String(line.prefix(fitting)))
                line = String(line.dropFirst(fitting))
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private func fitting(_ word: String, _ style: Style, width: Double) -> Int {
        (1..<word.count).last { self.width(of: String(word.prefix($0)), style) <= width } ?? 1
    }
}
