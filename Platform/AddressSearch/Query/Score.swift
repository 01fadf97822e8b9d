/// What makes a place likely, from 0 to 1: mostly its text, then how important and how near it is.
enum Score {
    private static let textShare: Float = 0.85
    private static let importanceShare: Float = 0.02
    private static let biasShare: Float = 0.12
    /// What a name loses of which nothing was asked for.
    private static let nameShare: Float = 0.14
    /// What it loses whose words stand in another order than they were typed.
    private static let orderShare: Float = 0.02
    /// For a name that is not the official one.
    static let aliasLoss: Float = 0.01
    /// For a town of which words are missing, and again if its first one is.
    static let townLoss: Float = 0.02

    /// - Parameters:
    ///   - share: of what was typed that was found.
    ///   - bias: from 0 to 1.
    static func value(_ share: Float, _ name: NameMatch, _ importance: UInt8, bias: Float) -> Float {
        let text = share * (1 - nameShare * (1 - name.share) - orderShare * (1 - name.order))
        return textShare * text + importanceShare * Float(importance) / 255 + biasShare * bias
    }

    /// As a share of the most that could be had.
    static func relative(_ score: Float, bias: Float) -> Double { Double(min(1, max(0, score / ceiling(1, bias: bias)))) }

    /// Whether an answer is worth showing under the best one.
    static func isWorthShowing(_ score: Float, under best: Float) -> Bool { score >= max(0.15, 0.4 * best) }

    /// What any name can reach with that share.
    static func ceiling(_ share: Float, bias: Float) -> Float { textShare * share + importanceShare + biasShare * bias }
}
