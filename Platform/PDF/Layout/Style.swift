/// How text is set.
struct Style {
    var size: Double
    var isBold = false
    /// From line to line.
    var leading: Double { size * 1.35 }

    static let title = Style(size: 20, isBold: true)
    static let section = Style(size: 13, isBold: true)
    static let text = Style(size: 11)
    static let bold = Style(size: 11, isBold: true)
    static let note = Style(size: 8.5)
    static let large = Style(size: 24, isBold: true)
}

/// A4 in points, and what is left free of it.
enum Sheet {
    static let (width, height) = (595.28, 841.89)
    static let (left, right, top, bottom) = (48.0, 547.28, 804.0, 48.0)
}

/// A page as it grows: what is drawn, and which node of the structure each mark belongs to.
struct PageContent {
    var drawn = ""
    var owners: [Int] = []
}

extension Double {
    /// As a PDF writes it, to a hundredth.
    var point: String {
        let hundredths = Int((self * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        return (hundredths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)")
    }
}
