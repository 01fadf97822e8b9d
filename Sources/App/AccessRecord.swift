import CoreMetrics
import Logging
import Observation
import Synchronization

/// What is known of a request afterwards: how, by which route, with what answer, how long. Nobody's address, no path, no name.
final class AccessRecord: Sendable {
    private struct Kind: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Series {
        let count: any CounterHandler
        let time: any TimerHandler
    }

    private let figures: Prometheus
    private let logger: Logger
    /// Those already asked for, because names and labels are spelt out anew at each asking.
    private let known = Mutex<[Kind: Series]>([:])

    init(figures: Prometheus, logger: Logger) {
        self.figures = figures
        self.logger = logger
    }

    func write(_ method: String, _ route: String, _ status: Int, _ time: Duration) {
        let nanoseconds = time.components.seconds * 1_000_000_000 + time.components.attoseconds / 1_000_000_000
        let series = series(Kind(method: method, route: route, status: status))
        series.count.increment(by: 1)
        series.time.recordNanoseconds(nanoseconds)
        logger.info(
            "request",
            metadata: [
                "method": "\(method)", "route": "\(route)", "status": "\(status)",
                "ms": "\(Double(nanoseconds / 10_000) / 100)",
            ])
    }

    private func series(_ kind: Kind) -> Series {
        known.withLock { known in
            if let series = known[kind] { return series }
            let labels = [("method", kind.method), ("route", kind.route), ("status", "\(kind.status)")]
            let series = Series(
                count: figures.makeCounter(label: "http_requests", dimensions: labels),
                time: figures.makeTimer(label: "http_request_duration", dimensions: [("route", kind.route)]))
            // A visitor may invent methods without end.
            if known.count < Prometheus.maximumSeries { known[kind] = series }
            return series
        }
    }
}
