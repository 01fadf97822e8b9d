/// Two colours, for surfaces under white text and for large text: refused where they could not be read (D-02).
enum BrandForm {
    /// Of normal text (WCAG 2.2, 1.4.3, level AA).
    static let leastContrast = 4.5

    static func values(_ town: Town) -> [String: String] { ["brand": town.settings.brand.brand, "accent": town.settings.brand.accent] }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        if let colour = colour("brand", fields["brand"], &reader) { town.settings.brand.brand = colour }
        if let colour = colour("accent", fields["accent"], &reader) { town.settings.brand.accent = colour }
    }

    private static func colour(_ name: String, _ value: String?, _ reader: inout FormReader) -> String? {
        let text = PlainText.line(value ?? "").lowercased()
        guard let colour = Colour(text) else {
            reader.refuse(name, "refusal.colour")
            return nil
        }
        let contrast = colour.contrast(with: .white)
        guard contrast >= leastContrast else {
            // Rounded down: 4.49 must not read « 4,5 ».
            let tenths = Int(contrast * 10)
            reader.refuse(name, "refusal.contrast", ["whole": String(tenths / 10), "tenths": String(tenths % 10)])
            return nil
        }
        return text
    }
}
