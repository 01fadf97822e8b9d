import Foundation

/// Chance that comes out the same each time, on every machine.
///
/// Source: SplitMix64, G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", 2014.
public struct Dice: Sendable {
    private var state: UInt64

    /// Each purpose has a stream of its own, so that drawing more for one leaves the others as they were.
    public init(seed: UInt64, purpose: String) {
        state = purpose.utf8.reduce(seed &* 0x9E37_79B9_7F4A_7C15 ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The dice of one pair, whatever was thrown before: the same helper has the same luck with the same request under every policy.
    init(seed: UInt64, helper: Int, errand: Int, round: Int = 0) {
        let pair = UInt64(truncatingIfNeeded: helper) << 32 ^ UInt64(truncatingIfNeeded: errand) ^ UInt64(truncatingIfNeeded: round) << 56
        state = (seed &* 0x9E37_79B9_7F4A_7C15) ^ (pair &* 0xD1B5_4A32_D192_ED03)
        _ = next()
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// 0 up to 1.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
    mutating func happens(_ probability: Double) -> Bool { share() < probability }
    mutating func number(below count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

    mutating func exponential(mean: Double) -> Double { -mean * log(1 - share()) }

    /// A patience that runs out: hardly anybody at once (Rayleigh's distribution).
    mutating func patience(mean: Double) -> Double { mean * (-4 / .pi * log(1 - share())).squareRoot() }

    /// Source: G. E. P. Box, M. E. Muller, "A Note on the Generation of Random Normal Deviates", 1958.
    mutating func normal() -> Double { (-2 * log(1 - share())).squareRoot() * cos(2 * .pi * share()) }

    mutating func logNormal(median: Double, spread: Double) -> Double { median * exp(spread * normal()) }

    /// Mean 1; the smaller the shape, the fewer do most of it.
    ///
    /// Source: G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000.
    mutating func gamma(shape: Double) -> Double {
        let boost = shape < 1 ? pow(1 - share(), 1 / shape) : 1
        let d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3, c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal()
            let v = pow(1 + c * x, 3)
            if v > 0, log(1 - share()) < 0.5 * x * x + d - d * v + d * log(v) { return boost * d * v / shape }
        }
    }

    /// One of the values, each as often as its weight says.
    mutating func pick<T>(_ values: [(value: T, weight: Double)]) -> T {
        var point = share() * values.reduce(0) { $0 + $1.weight }
        for (value, weight) in values {
            point -= weight
            if point < 0 { return value }
        }
        return values[values.count - 1].value
    }
}
