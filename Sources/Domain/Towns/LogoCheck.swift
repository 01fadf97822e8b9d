/// Whether a file may be shown as a town's logo: a PNG by its signature, or an SVG that can do nothing but be drawn.
public enum LogoCheck {
    public static let largest = 200_000

    /// - Returns: the media type to serve it with.
    public static func mediaType(of bytes: [UInt8]) throws(Refusal) -> String {
        guard bytes.count <= largest else { throw .invalid("logo", "refusal.logoSize") }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            guard bytes.count > 33, bytes[12..<16].elementsEqual("IHDR".utf8) else { throw .invalid("logo", "refusal.logoKind") }
            return "image/png"
        }
        guard let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") else { throw .invalid("logo", "refusal.logoKind") }
        guard SVGInspection(text).isHarmless else { throw .invalid("logo", "refusal.logoScript") }
        return "image/svg+xml"
    }
}
