/// Counts that may be published: none under 11, and none that can be found by subtracting the others from their sum (P-13).
public enum PublicCount {
    /// The least that may be shown, but for zero.
    public static let least = 11

    /// Each count, or nil where it must not be shown. When what is hidden adds up to less than 11, the smallest of the others is hidden too.
    public static func cells(_ counts: [Int]) -> [Int?] {
        var isShown = counts.map { $0 == 0 || $0 >= least }
        func hiddenSum() -> Int { zip(counts, isShown).reduce(0) { $0 + ($1.1 ? 0 : $1.0) } }
        while !isShown.allSatisfy(\.self), hiddenSum() < least {
            let candidates = counts.indices.filter { isShown[$0] && counts[$0] > 0 }
            guard let smallest = candidates.min(by: { counts[$0] < counts[$1] }) else { break }
            isShown[smallest] = false
        }
        return zip(counts, isShown).map { $1 ? $0 : nil }
    }

    public static func alone(_ count: Int) -> Int? { count == 0 || count >= least ? count : nil }
}
