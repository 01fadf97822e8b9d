/// Sets a document on pages, from top to bottom.
struct Layout {
    let document: PDFDocument
    let typeface: Typeface
    var regular: FontSubset
    var bold: FontSubset
    var structure = Structure()
    var pages = [PageContent()]
    /// The upper edge of what comes next.
    var y = Sheet.top
    /// Where lines end: before a code at the right edge, until it is passed.
    var inset: (width: Double, until: Double)?

    init(_ document: PDFDocument, _ typeface: Typeface) {
        (self.document, self.typeface) = (document, typeface)
        (regular, bold) = (FontSubset(typeface.regular), FontSubset(typeface.bold))
    }

    var right: Double { inset.map { y > $0.until ? Sheet.right - $0.width : Sheet.right } ?? Sheet.right }
    var page: Int { pages.count - 1 }

    mutating func run() {
        for block in document.blocks { set(block) }
        foot()
    }

    private mutating func set(_ block: PDFDocument.Block) {
        switch block {
        case .heading(let level, let text): heading(level, text)
        case .paragraph(let text): paragraph(text, .text)
        case .note(let text): paragraph(text, .note)
        case .large(let text): paragraph(text, .large)
        case .lines(let labels): lines(labels)
        case .room(let label, let count): room(label, count)
        case .boxes(let label, let items): boxes(label, items)
        case .table(let table): self.table(table)
        case .code(let label, let text, let picture, let description): code(label, text, picture, description)
        case .newPage: newPage()
        }
    }

    private mutating func heading(_ level: Int, _ text: String) {
        let style: Style = level == 1 ? .title : .section
        y -= level == 1 ? 0 : 5
        // A heading stands with what it heads.
        need(style.leading + 40)
        set(text, style, as: structure.add("H\(level)"))
        y -= 3
    }

    private mutating func paragraph(_ text: String, _ style: Style) {
        set(text, Style(size: style.size * document.magnification, isBold: style.isBold), as: structure.add("P"))
        y -= 4 * document.magnification
    }

    /// Lines of a text from the left edge, over as many pages as they need.
    mutating func set(_ text: String, _ style: Style, as node: Int, left: Double = Sheet.left) {
        for line in wrapped(text, style, width: right - left) {
            need(style.leading)
            draw(line, style, x: left, baseline: y - style.size, as: node)
            y -= style.leading
        }
        speak(text, as: node)
    }

    /// What is read where not all of it can be drawn.
    mutating func speak(_ text: String, as node: Int) {
        if !typeface.canSet(text) { structure.speak(node, text) }
    }

    /// One line that belongs to a node of the structure.
    mutating func draw(_ line: String, _ style: Style, x: Double, baseline: Double, as node: Int) {
        if !line.isEmpty { mark(shown(line, style, x: x, baseline: baseline), as: node) }
    }

    mutating func mark(_ drawing: String, as node: Int) {
        let mark = pages[page].owners.count
        pages[page].owners.append(node)
        structure.mark(node, page: page, mark: mark)
        pages[page].drawn += "/\(structure.nodes[node].role) <</MCID \(mark)>> BDC\n\(drawing)EMC\n"
    }

    /// What is only for the eye.
    mutating func decorate(_ drawing: String) { pages[page].drawn += "/Artifact BMC\n\(drawing)EMC\n" }

    mutating func shown(_ line: String, _ style: Style, x: Double, baseline: Double) -> String {
        let hexes = typeface.drawn(line).map { scalar in
            hex(style.isBold ? bold.number(of: scalar) : regular.number(of: scalar), 4)
        }
        return
            "BT /\(style.isBold ? "F2" : "F1") \(style.size.point) Tf 1 0 0 1 \(x.point) \(baseline.point) Tm <\(hexes.joined())> Tj ET\n"
    }

    mutating func rule(from left: Double, to right: Double, at height: Double, width: Double = 0.6) {
        decorate("\(width.point) w \(left.point) \(height.point) m \(right.point) \(height.point) l S\n")
    }

    /// Goes on on a new page where so much does not fit any more. Answers whether it did.
    @discardableResult
    mutating func need(_ height: Double) -> Bool {
        guard y - height < Sheet.bottom else { return false }
        newPage()
        return true
    }

    private mutating func newPage() {
        foot()
        pages.append(PageContent())
        (y, inset) = (Sheet.top, nil)
    }

    private mutating func foot() {
        let text = shown("\(document.footer)  \u{2013}  \(pages.count)", .note, x: Sheet.left, baseline: 30)
        pages[page].drawn += "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n\(text)EMC\n"
    }
}

/// A number in hexadecimal digits.
func hex(_ value: Int, _ digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
