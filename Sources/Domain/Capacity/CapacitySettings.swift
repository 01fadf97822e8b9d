/// From which load on the town says what it cannot promise, what else exists, and when a quartier is too quiet.
public struct CapacitySettings: Sendable, Equatable, Codable {
    /// Percent: at 100 the asks that are needed are all that the helpers' budgets allow.
    public var limit = 100
    /// What else exists, by language: a line each.
    public var services: [String: String] = [:]
    /// A quartier without a request for so many weeks is silent.
    public var silentWeeks = 4
    /// Without a yes after so many hours a request is slow.
    public var slowHours = 48

    public init() {}

    public func services(_ language: String) -> [String] {
        (services[language] ?? services["fr"] ?? "").split(whereSeparator: \.isNewline).map { String($0) }
    }
}
