/// The figures of one policy over many seeds.
public struct PolicyFigures: Sendable, Codable {
    public var policy: String
    /// One per seed, in order.
    public var runs: [RunFigures]
    /// By the figure's key.
    public var ranges: [String: Range]

    /// In which 95 of 100 runs lie; nil is never.
    public struct Range: Sendable, Equatable, Codable {
        public var median: Double?
        public var low: Double?
        public var high: Double?
    }

    public init(policy: String, runs: [RunFigures]) {
        self.policy = policy
        self.runs = runs
        ranges = [:]
        for figure in Figure.all { ranges[figure.key] = Self.spread(figure, runs)?.range }
    }

    /// Nil where the figure does not exist under this policy.
    static func spread(_ figure: Figure, _ runs: [RunFigures]) -> Spread? {
        let values = runs.compactMap(figure.value).sorted()
        return values.isEmpty ? nil : Spread(values)
    }

    struct Spread {
        let median, low, high: Double

        init(_ sorted: [Double]) {
            func at(_ share: Double) -> Double {
                sorted[min(sorted.count - 1, max(0, Int((Double(sorted.count) * share).rounded(.up)) - 1))]
            }
            (median, low, high) = (at(0.5), at(0.025), at(0.975))
        }

        var range: Range {
            func known(_ value: Double) -> Double? { value.isFinite ? value : nil }
            return Range(median: known(median), low: known(low), high: known(high))
        }
    }
}

/// Several policies in one scenario: the same people, the same requests, the same luck.
public struct Comparison: Sendable, Codable {
    public var scenario: String
    public var summary: String
    public var days: Int
    public var seeds: [UInt64]
    public var policies: [PolicyFigures]

    public init(_ scenario: Scenario, _ policies: [any Policy.Type], seeds: [UInt64], days: Int? = nil, behaviour: Behaviour = .calibrated)
    {
        self.scenario = scenario.name
        summary = scenario.summary
        self.days = days ?? scenario.days
        self.seeds = seeds
        self.policies = policies.map { policy in
            PolicyFigures(
                policy: policy.name,
                runs: seeds.map { RunFigures(Runner.run(scenario, policy, seed: $0, days: days, behaviour: behaviour)) })
        }
    }
}
