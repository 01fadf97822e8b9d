import Domain

/// Somebody the town may know already: enough to ask « Vous êtes bien Jeanne D. ? ».
public struct KnownCaller: Sendable, Equatable {
    public var id: ID<Person>
    public var name: String
}
