/// What makes a place likely, from 0 to 1: mostly its text, then how important and how near it is.
enum Score {
    private static let textShare: Float = 0.90
    private static let importanceShare: Float = 0.03
    private static let biasShare: Float = 0.07
    /// What a name loses of which nothing was asked for.
    private static let nameShare: Float = 0.18

    static func value(_ share: Float, _ name: NameMatch, _ importance: UInt8, bias: Float) -> Float {
        textShare * share * (1 - nameShare + nameShare * name.share) + importanceShare * Float(importance) / 255 + biasShare * bias
    }

    static func ceiling(_ share: Float, _ name: NameMatch, _ importance: UInt8, isBiased: Bool) -> Float {
        value(share, name, importance, bias: isBiased ? 1 : 0)
    }
}
