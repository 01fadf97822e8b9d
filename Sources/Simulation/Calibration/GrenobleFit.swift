import Domain

/// What Grenoble published, and the behaviour that gives it on a board: the looks by the page views, then the willingness by the actions.
public struct GrenobleFit: Sendable {
    /// « Au 6 avril, 2 100 propositions […] (60 000 pages vues). Plus de 300 actions » (founding text 004), from 18 March.
    public static let offers = 2_100, pageViews = 60_000, actions = 300, days = 19
    /// Signing up takes eight pages, a visit eight, and half of the visitors are helpers: 2,700 looks at the list.
    public static let looks = (pageViews - 8 * offers) / 8 / 2

    public var seeds: ClosedRange<UInt64>
    /// How many asked, which is not published.
    public var requests: Double

    public init(seeds: ClosedRange<UInt64> = 1...20, requests: Double = 600) {
        self.seeds = seeds
        self.requests = requests
    }

    private var scenario: Scenario {
        var scenario = Scenario.grenoble
        scenario.requests = requests / Double(Self.days) / Double(scenario.population) * 1_000
        return scenario
    }

    /// Means over the seeds, on the nineteenth day.
    public func outcome(_ behaviour: Behaviour) -> (looks: Double, actions: Double) {
        let end = scenario.start + .days(Self.days)
        let runs = seeds.map { seed in
            let play = Runner.run(scenario, BoardOnly.self, seed: seed, behaviour: behaviour, until: end)
            return (Double(play.looks), Double(play.errands.count { $0.firstMatchedAt != nil }))
        }
        let count = Double(runs.count)
        return (runs.reduce(0) { $0 + $1.0 } / count, runs.reduce(0) { $0 + $1.1 } / count)
    }

    /// The same people, but as curious and as willing as Grenoble's figures say.
    public func fitted(_ behaviour: Behaviour) -> Behaviour {
        var fitted = behaviour
        fitted.looksPerDay = Self.solve(0.01...2) { value in
            fitted.looksPerDay = value
            return outcome(fitted).looks - Double(Self.looks)
        }
        fitted.willingness = Self.solve(0.01...1) { value in
            fitted.willingness = value
            return outcome(fitted).actions - Double(Self.actions)
        }
        return fitted
    }

    /// Where a rising function is nought, by halving.
    private static func solve(_ range: ClosedRange<Double>, _ error: (Double) -> Double) -> Double {
        var (low, high) = (range.lowerBound, range.upperBound)
        for _ in 0..<12 {
            let middle = (low + high) / 2
            if error(middle) < 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
