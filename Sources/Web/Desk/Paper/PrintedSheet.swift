import Domain
import Localization
import PDF
import QRCode

/// A sheet of paper as a value: the page that a browser prints and the PDF say the same.
struct PrintedSheet: Sendable {
    enum Part: Sendable {
        case heading(String)
        case section(String)
        case paragraph(String)
        /// A number to be found at a glance.
        case large(String)
        case note(String)
        /// A sheet's own code, with an address to scan.
        case code(PaperCode, label: String, address: String, description: String)
        case lines([String])
        case room(String, lines: Int)
        case boxes(String?, [String])
        case table([Column], [[Cell]])
    }

    struct Column: Sendable {
        var title: String
        /// Of the width.
        var share: Double
    }

    enum Cell: Sendable {
        case text(String)
        case bold(String)
        /// Room to write.
        case empty
    }

    var parts: [Part]
    /// A letter, to be read by anybody.
    var isLarge = false

    /// Everything in it that is written, to be looked at letter by letter.
    var texts: [String] {
        parts.flatMap { part -> [String] in
            switch part {
            case .table(_, let rows):
                rows.flatMap { $0 }.map { cell in
                    switch cell {
                    case .text(let text), .bold(let text): text
                    case .empty: ""
                    }
                }
            case .boxes(_, let items): items
            default: []
            }
        }
    }
}

/// Sheets as one file.
struct PrintedFile: Sendable {
    let site: Site
    let title: String
    let sheets: [PrintedSheet]

    func bytes(in typeface: Typeface) -> [UInt8] {
        let isWhole = sheets.allSatisfy { $0.texts.allSatisfy(typeface.canSet) }
        let warning: [PDFDocument.Block] = isWhole ? [] : [.paragraph(site.t("paper.unprintable"))]
        let blocks = sheets.enumerated().flatMap { place, sheet in (place == 0 ? warning : [.newPage]) + sheet.parts.map(\.block) }
        var document = PDFDocument(title: title, language: site.language, footer: "\(title), \(site.town.name)", blocks: blocks)
        if sheets.contains(where: \.isLarge) { document.magnification = 1.4 }
        return document.bytes(in: typeface)
    }
}

extension PrintedSheet.Part {
    fileprivate var block: PDFDocument.Block {
        switch self {
        case .heading(let text): .heading(1, text)
        case .section(let text): .heading(2, text)
        case .paragraph(let text): .paragraph(text)
        case .large(let text): .large(text)
        case .note(let text): .note(text)
        case .code(let code, let label, let address, let description):
            .code(label: label, text: code.text, picture: try? QRCode(address), description: description)
        case .lines(let labels): .lines(labels)
        case .room(let label, let count): .room(label, lines: count)
        case .boxes(let label, let items): .boxes(label, items)
        case .table(let columns, let rows):
            .table(PDFDocument.Table(columns: columns.map { ($0.title, $0.share) }, rows: rows.map { $0.map(\.cell) }))
        }
    }
}

extension PrintedSheet.Cell {
    fileprivate var cell: PDFDocument.Cell {
        switch self {
        case .text(let text): .text(text)
        case .bold(let text): .bold(text)
        case .empty: .empty
        }
    }
}
