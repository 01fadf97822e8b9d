/// What makes a place likely, from 0 to 1: mostly its text, then how important and how near it is.
enum Score {
    private static let textShare: Float = 0.85
    private static let importanceShare: Float = 0.03
    /// For a name that is not the official one.
    static let aliasLoss: Float = 0.01
    /// For a town of which words are missing, and again if its first one is.
    static let townLoss: Float = 0.015

    private static let biasShare: Float = 0.12
    /// What a name loses of which nothing was asked for.
    private static let nameShare: Float = 0.14

    static func value(_ share: Float, nameShare name: Float, _ importance: UInt8, bias: Float) -> Float {
        textShare * share * (1 - nameShare + nameShare * name) + importanceShare * Float(importance) / 255 + biasShare * bias
    }

    static func ceiling(_ share: Float, nameShare name: Float, _ importance: UInt8, isBiased: Bool) -> Float {
        value(share, nameShare: name, importance, bias: isBiased ? 1 : 0)
    }
}
