/// What stands on a sheet of paper, to be typed when it is entered: `K7P3G`. Four symbols of a reference's and one that checks them.
///
/// One wrong symbol, or two neighbours the wrong way round, is no code: each place weighs differently, by numbers that share no divisor with
/// the 25 symbols, and so do the differences of neighbours.
public struct PaperCode: Hashable, Sendable {
    private static let weights = [2, 3, 4, 6]
    public let text: String

    public init(random: () -> UInt64) {
        let count = UInt64(Reference.symbols.count)
        var bits = random()
        let places = Self.weights.map { _ in
            defer { bits /= count }
            return Int(bits % count)
        }
        text = String(decoding: (places + [Self.check(places)]).map { Reference.symbols[$0] }, as: UTF8.self)
    }

    /// As somebody types it: case, spaces and dashes do not matter.
    public init?(_ typed: String) {
        let kept = typed.uppercased().utf8.filter(\.isLetterOrDigit)
        let places = kept.compactMap { Reference.symbols.firstIndex(of: $0) }
        guard kept.count == Self.weights.count + 1, places.count == kept.count, places.last == Self.check(places.dropLast()) else {
            return nil
        }
        text = String(decoding: kept, as: UTF8.self)
    }

    private static func check(_ places: some Collection<Int>) -> Int {
        zip(places, weights).reduce(0) { $0 + $1.0 * $1.1 } % Reference.symbols.count
    }
}
