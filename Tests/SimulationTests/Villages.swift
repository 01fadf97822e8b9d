import Domain
@testable import Simulation

extension Scenario {
    /// Small enough for a test, large enough that everything happens in it.
    static func village(alert: Alert? = nil, days: Int = 12) -> Scenario {
        Scenario(
            name: "village", summary: "150 helpers", population: 9_000, area: 6, quartiers: 4, settled: 130, newcomers: 20, days: days,
            requests: 0.5, alert: alert,
            desks: [.referent: Desk(aDay: 2, hours: 4, answers: 0.6), .agent: Desk(aDay: 1, hours: 6, answers: 0.9)])
    }

    static let stormy = village(
        alert: Alert(firstDay: 3, days: 3, factor: 5, urgent: 0.5, switchDays: 4, desks: [.referent: Desk(aDay: 4, hours: 4, answers: 0.6)])
    )
}
