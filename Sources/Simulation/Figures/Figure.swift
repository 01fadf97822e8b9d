/// One figure of a run: its name, and how it is printed.
public struct Figure: Sendable {
    public let key: String
    public let label: String
    let style: Style
    let value: @Sendable (RunFigures) -> Double?

    enum Style: Sendable { case percent, hours, number, ratio }

    public static let all: [Figure] = [
        Figure(key: "served", label: "served", style: .percent) { $0.served },
        Figure(key: "servedByHelpers", label: "served by helpers", style: .percent) { $0.servedByHelpers },
        Figure(key: "matched", label: "a yes", style: .percent) { $0.matched },
        Figure(key: "withinTwoDays", label: "a yes within two days", style: .percent) { $0.withinTwoDays },
        Figure(key: "medianHours", label: "time to yes, median", style: .hours) { $0.medianHours ?? .infinity },
        Figure(key: "ninetiethHours", label: "time to yes, 90th", style: .hours) { $0.ninetiethHours ?? .infinity },
        Figure(key: "medianUrgentHours", label: "time to yes, urgent, median", style: .hours) { $0.medianUrgentHours ?? .infinity },
        Figure(key: "asksPerServed", label: "asks per served request", style: .number) { $0.asksPerServed },
        Figure(key: "neverAsked", label: "helpers never asked", style: .percent) { $0.neverAsked },
        Figure(key: "askedWithinFourteenDays", label: "asked within 14 days", style: .percent) { $0.askedWithinFourteenDays },
        Figure(key: "giniOfAsks", label: "Gini of asks", style: .ratio) { $0.giniOfAsks },
        Figure(key: "giniOfYeses", label: "Gini of yeses", style: .ratio) { $0.giniOfYeses },
        Figure(key: "wornOut", label: "worn-out helpers", style: .percent) { $0.wornOut },
        Figure(key: "requests", label: "requests", style: .number) { Double($0.requests) },
    ]

    func print(_ value: Double) -> String {
        guard value.isFinite else { return "never" }
        return switch style {
        case .percent: "\(Self.rounded(value * 100, 1)) %"
        case .hours: "\(Self.rounded(value, 1)) h"
        case .number: Self.rounded(value, 1)
        case .ratio: Self.rounded(value, 2)
        }
    }

    static func rounded(_ value: Double, _ digits: Int) -> String {
        let factor = digits == 1 ? 10.0 : 100.0
        let whole = Int((abs(value) * factor).rounded())
        let rest = String(whole % Int(factor))
        return (value < 0 && whole > 0 ? "-" : "") + "\(whole / Int(factor))."
            + String(repeating: "0", count: digits - rest.count) + rest
    }
}
