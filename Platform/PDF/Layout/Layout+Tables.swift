extension Layout {
    private static let padding = 4.0
    private static let least = 26.0

    /// The header stands on each page anew; read aloud it is once.
    mutating func table(_ table: PDFDocument.Table) {
        let node = structure.add("Table")
        let widths = widths(of: table)
        need(80)
        header(table, widths, in: structure.add("TR", to: node))
        for row in table.rows {
            let cells = row.enumerated().map { place, cell in lines(of: cell, width: widths[min(place, widths.count - 1)]) }
            let height = max(Self.least, Double(cells.map(\.lines.count).max() ?? 1) * Style.text.leading + Self.padding * 2)
            if need(height) { header(table, widths, in: nil) }
            self.row(row, cells, widths, height, in: structure.add("TR", to: node))
        }
        y -= 8
    }

    private func widths(of table: PDFDocument.Table) -> [Double] {
        let all = table.columns.reduce(0) { $0 + $1.share }
        return table.columns.map { ($0.share / all) * (right - Sheet.left) }
    }

    private func lines(of cell: PDFDocument.Cell, width: Double) -> (lines: [String], style: Style) {
        switch cell {
        case .text(let text): (wrapped(text, .text, width: width - Self.padding), .text)
        case .bold(let text): (wrapped(text, .bold, width: width - Self.padding), .bold)
        case .empty: ([], .text)
        }
    }

    /// - Parameter node: nil on later pages.
    private mutating func header(_ table: PDFDocument.Table, _ widths: [Double], in node: Int?) {
        let titles = zip(table.columns, widths).map { wrapped($0.title, .bold, width: $1 - Self.padding) }
        var x = Sheet.left
        for (lines, width) in zip(titles, widths) {
            let cell = node.map { structure.add("TH", to: $0, scope: "Column") }
            for (number, line) in lines.enumerated() {
                let baseline = y - Style.bold.size - Double(number) * Style.bold.leading
                if let cell {
                    draw(line, .bold, x: x, baseline: baseline, as: cell)
                } else {
                    decorate(shown(line, .bold, x: x, baseline: baseline))
                }
            }
            x += width
        }
        y -= Double(titles.map(\.count).max() ?? 1) * Style.bold.leading + Self.padding
        rule(from: Sheet.left, to: right, at: y + 1, width: 1.2)
    }

    private mutating func row(
        _ row: [PDFDocument.Cell], _ cells: [(lines: [String], style: Style)], _ widths: [Double], _ height: Double, in node: Int
    ) {
        var x = Sheet.left
        for (place, cell) in cells.enumerated() {
            let element = structure.add(place == 0 ? "TH" : "TD", to: node, scope: place == 0 ? "Row" : nil)
            for (number, line) in cell.lines.enumerated() {
                let baseline = y - Self.padding - cell.style.size - Double(number) * cell.style.leading
                draw(line, cell.style, x: x, baseline: baseline, as: element)
            }
            if case .text(let text) = row[place] { speak(text, as: element) }
            x += widths[min(place, widths.count - 1)]
        }
        y -= height
        rule(from: Sheet.left, to: right, at: y)
    }
}
