/// Which lists of a town a change can be seen in; `true` is all of them, for what is rare or not sure.
public struct PublicLists: OptionSet, Sendable, Hashable, ExpressibleByBooleanLiteral {
    public static let needs = PublicLists(rawValue: 1)
    public static let offers = PublicLists(rawValue: 2)

    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(booleanLiteral value: Bool) { self = value ? [.needs, .offers] : [] }
}
