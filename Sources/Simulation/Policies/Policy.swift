/// Who is asked for a request, and when. The people behave alike under each.
public protocol Policy: Sendable {
    static var name: String { get }
    /// Helpers who look at the list of requests may answer by themselves.
    static var hasBoard: Bool { get }

    init(_ scenario: Scenario)

    /// A request arrived, or is open again after a match that came to nothing.
    mutating func opened(_ errand: Int, in play: inout Play)
    /// The moment for which the policy had set its clock.
    mutating func step(_ errand: Int, in play: inout Play)
    /// Somebody said no, or not for a while.
    mutating func declined(_ errand: Int, in play: inout Play)
    /// Somebody who was asked was the first to say yes.
    mutating func accepted(_ errand: Int, by volunteer: Int, in play: inout Play)
    /// The mayor has switched the crisis on.
    mutating func crisisBegan(in play: inout Play)
}

extension Policy {
    public static var hasBoard: Bool { false }

    public mutating func step(_ errand: Int, in play: inout Play) {}
    public mutating func declined(_ errand: Int, in play: inout Play) {}
    public mutating func accepted(_ errand: Int, by volunteer: Int, in play: inout Play) {}
    public mutating func crisisBegan(in play: inout Play) {}
}

public enum Policies {
    public static let all: [any Policy.Type] = [
        BoardOnly.self, NearestToEveryone.self, RandomWaves.self, Dispatcher.self, HouseLadder.self,
    ]

    public static func named(_ name: String) -> (any Policy.Type)? { all.first { $0.name == name } }
}
