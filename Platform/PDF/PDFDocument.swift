import QRCode

/// A document to be printed and to be read aloud: what it says, in order. A4, black on white.
public struct PDFDocument: Sendable {
    public var title: String
    /// `fr`, `en`: letters and dashes alone.
    public var language: String
    /// At the foot of each page, before its number.
    public var footer: String
    public var blocks: [Block]
    /// Of sentences, for whoever reads with difficulty.
    public var magnification = 1.0

    public init(title: String, language: String, footer: String, blocks: [Block]) {
        (self.title, self.language, self.footer, self.blocks) = (title, language, footer, blocks)
    }

    public enum Block: Sendable {
        /// Level 1 or 2.
        case heading(Int, String)
        case paragraph(String)
        /// Small print.
        case note(String)
        /// In large letters: a code, a telephone number.
        case large(String)
        /// Labels, each with a line to write on, two beside each other.
        case lines([String])
        /// A label with so many lines over the whole width.
        case room(String, lines: Int)
        /// Boxes to tick, under a label.
        case boxes(String?, [String])
        case table(Table)
        /// A label and a code in large letters at the right edge, over the same as a picture to scan; what comes next stands beside them.
        case code(label: String, text: String, picture: QRCode?, description: String)
        case newPage
    }

    public struct Table: Sendable {
        /// Titles, with the part of the width that each column has.
        public var columns: [(title: String, share: Double)]
        /// The first cell of a row is its heading.
        public var rows: [[Cell]]

        public init(columns: [(title: String, share: Double)], rows: [[Cell]]) { (self.columns, self.rows) = (columns, rows) }
    }

    public enum Cell: Sendable {
        case text(String)
        case bold(String)
        /// Room to write.
        case empty
    }

    public func bytes(in typeface: Typeface) -> [UInt8] {
        var layout = Layout(self, typeface)
        layout.run()
        return PDFFile(self, layout).bytes
    }
}
