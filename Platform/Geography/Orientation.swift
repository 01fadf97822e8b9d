/// Which way the path a → b → c turns: 1 left (counter-clockwise), -1 right, 0 exactly straight.
///
/// Exact: when rounding could decide, the determinant is summed without error.
/// Source: J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates", 1997.
func orientation(_ a: Point, _ b: Point, _ c: Point) -> Int {
    let left = (a.longitude - c.longitude) * (b.latitude - c.latitude)
    let right = (a.latitude - c.latitude) * (b.longitude - c.longitude)
    let determinant = left - right
    // (3 + 16u)u with u = 2⁻⁵³: Shewchuk's bound A.
    guard abs(determinant) <= 3.330_669_073_875_471_6e-16 * (abs(left) + abs(right)) else { return determinant > 0 ? 1 : -1 }
    return exactOrientation(a, b, c)
}

private func exactOrientation(_ a: Point, _ b: Point, _ c: Point) -> Int {
    var sum = ExactSum()
    sum.add(a.longitude, times: b.latitude)
    sum.add(-a.longitude, times: c.latitude)
    sum.add(-c.longitude, times: b.latitude)
    sum.add(-a.latitude, times: b.longitude)
    sum.add(a.latitude, times: c.longitude)
    sum.add(c.latitude, times: b.longitude)
    return sum.sign
}

/// A sum kept as parts that do not overlap, smallest first, so that nothing is ever rounded away.
private struct ExactSum {
    private var parts: [Double] = []

    mutating func add(_ a: Double, times b: Double) {
        let product = a * b
        add((-product).addingProduct(a, b))
        add(product)
    }

    private mutating func add(_ value: Double) {
        var carried = value
        for index in parts.indices {
            let part = parts[index]
            let total = carried + part
            let virtual = total - carried
            parts[index] = (carried - (total - virtual)) + (part - virtual)
            carried = total
        }
        parts.append(carried)
    }

    var sign: Int {
        guard let largest = parts.last(where: { $0 != 0 }) else { return 0 }
        return largest > 0 ? 1 : -1
    }
}
