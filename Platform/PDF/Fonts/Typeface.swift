import Foundation

/// The two fonts that a document is set in.
public struct Typeface: Sendable {
    public let regular: TrueTypeFont
    public let bold: TrueTypeFont

    public init(regular: TrueTypeFont, bold: TrueTypeFont) { (self.regular, self.bold) = (regular, bold) }

    private static let folders = ["/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF"]

    /// DejaVu Sans, as the system has it (Debian: `fonts-dejavu-core`); read once. Nil where it is not installed.
    public static let installed: Typeface? = folders.lazy.compactMap(Typeface.init(folder:)).first

    init?(folder: String) {
        func font(_ name: String) -> TrueTypeFont? {
            FileManager.default.contents(atPath: "\(folder)/\(name).ttf").flatMap {
                TrueTypeFont([UInt8]($0), name: name)
            }
        }
        guard let regular = font("DejaVuSans"), let bold = font("DejaVuSans-Bold") else { return nil }
        self.init(regular: regular, bold: bold)
    }

    /// Whether every character can be set. Scripts that are written from the right, or whose letters change with their neighbours, cannot.
    public func canSet(_ text: String) -> Bool { Self.composed(text).unicodeScalars.allSatisfy(canSet) }

    /// Letters with their accents as one, and spaces that do not break as the font has them.
    static func composed(_ text: String) -> String { text.precomposedStringWithCanonicalMapping }

    func canSet(_ scalar: Unicode.Scalar) -> Bool {
        !Self.shaped.contains { $0.contains(scalar.value) } && (hasGlyph(scalar) || Self.spaces.contains(scalar.value))
    }

    private func hasGlyph(_ scalar: Unicode.Scalar) -> Bool { regular.glyph(of: scalar) != nil && bold.glyph(of: scalar) != nil }

    /// What is drawn: a hollow square for what cannot be.
    func drawn(_ text: String) -> [Unicode.Scalar] {
        Self.composed(text).unicodeScalars.map { scalar in
            guard canSet(scalar) else { return "\u{25A1}" }
            return hasGlyph(scalar) ? scalar : " "
        }
    }

    private static let spaces: Set<UInt32> = [0x9, 0xA, 0xA0, 0x2009, 0x202F]
    /// Hebrew to Thaana and the scripts of India, Tibet and the south-east, Arabic presentation forms, and what only directs writing.
    private static let shaped: [ClosedRange<UInt32>] = [
        0x0590...0x08FF, 0x0900...0x109F, 0x1780...0x17FF, 0x202A...0x202E, 0x2066...0x2069, 0xFB1D...0xFDFF, 0xFE70...0xFEFF,
    ]
}
