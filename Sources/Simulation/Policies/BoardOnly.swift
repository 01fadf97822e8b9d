/// Requests are listed; a helper who looks may answer. Nobody is asked.
public struct BoardOnly: Policy {
    public static let name = "board"
    public static let hasBoard = true

    public init(_ scenario: Scenario) {}

    public mutating func opened(_ errand: Int, in play: inout Play) { play.list(errand) }
}
