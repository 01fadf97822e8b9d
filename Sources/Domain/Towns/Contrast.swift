import Foundation

/// Contrast of two colours (WCAG 2.2, 1.4.3).
public struct Colour: Sendable, Equatable {
    public let red: Int
    public let green: Int
    public let blue: Int

    /// `#1f5c4d`, nothing shorter.
    public init?(_ hex: String) {
        guard hex.utf8.count == 7, hex.first == "#", let value = Int(hex.dropFirst(), radix: 16), value >= 0 else { return nil }
        red = value >> 16 & 0xFF
        green = value >> 8 & 0xFF
        blue = value & 0xFF
    }

    public static let white = Colour(red: 255, green: 255, blue: 255)

    private init(red: Int, green: Int, blue: Int) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    public var relativeLuminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// 1 to 21.
    public func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(relativeLuminance, other.relativeLuminance), min(relativeLuminance, other.relativeLuminance))
        return (light + 0.05) / (dark + 0.05)
    }

    private static func linear(_ channel: Int) -> Double {
        let share = Double(channel) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}
