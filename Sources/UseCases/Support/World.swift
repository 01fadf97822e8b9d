import Domain

/// The two things that come from outside the process without being asked: the time and chance. Tests and the demo bring their own.
public struct World: Sendable {
    public var now: @Sendable () -> Moment
    public var random: @Sendable () -> UInt64

    public init(now: @escaping @Sendable () -> Moment, random: @escaping @Sendable () -> UInt64) {
        self.now = now
        self.random = random
    }

    public func id<Subject>(_ subject: Subject.Type = Subject.self) -> ID<Subject> { ID(at: now(), random: random) }
}
