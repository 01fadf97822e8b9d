import CoreMetrics
import Synchronization

/// A swift-metrics backend that answers in the Prometheus text format 0.0.4.
///
/// Counters end in `_total`, timers are histograms in seconds, aggregating recorders are histograms, everything else is a gauge.
/// A name holds at most ``maximumSeries`` label sets: later ones are counted together under the label value `other`, so that no visitor
/// can fill the memory. Handlers live as long as the process.
public final class Prometheus: MetricsFactory, Sendable {
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"
    public static let maximumSeries = 1_000

    /// Upper bounds, in seconds, of a timer's buckets.
    public static let secondBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// Upper bounds of a recorder's buckets.
    public static let valueBuckets: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    private struct Families {
        var counters = SeriesTable<Count>(), gauges = SeriesTable<Gauge>(), histograms = SeriesTable<Histogram>()
    }

    private let buckets: [String: [Double]]
    private let families = Mutex(Families())

    /// - Parameter buckets: upper bounds in rising order, by label as given to swift-metrics, where the standard ones do not fit.
    public init(buckets: [String: [Double]] = [:]) { self.buckets = buckets }

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        families.withLock { families in
            let name = MetricName(label, suffix: "_total")
            let isTaken = families.gauges.has(name) || families.histograms.has(name)
            return families.counters.find(isTaken ? name.renamed("_counter") : name, dimensions) { Count() }
        }
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler { gauge(label, dimensions) }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        aggregate ? histogram(MetricName(label), buckets[label] ?? Self.valueBuckets, dimensions) : gauge(label, dimensions)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(MetricName(label, suffix: "_seconds"), buckets[label] ?? Self.secondBuckets, dimensions)
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    // A name has one type in an exposition: a second type under the same name is renamed.

    private func gauge(_ label: String, _ dimensions: [(String, String)]) -> Gauge {
        families.withLock { families in
            let name = MetricName(label)
            let isTaken = families.counters.has(name) || families.histograms.has(name)
            return families.gauges.find(isTaken ? name.renamed("_gauge") : name, dimensions) { Gauge() }
        }
    }

    private func histogram(_ name: MetricName, _ bounds: [Double], _ dimensions: [(String, String)]) -> Histogram {
        families.withLock { families in
            let isTaken = families.counters.has(name) || families.gauges.has(name)
            return families.histograms.find(isTaken ? name.renamed("_histogram") : name, dimensions) { Histogram(bounds: bounds) }
        }
    }

    /// Everything measured so far, names and label sets in order.
    public func render() -> String {
        let (counters, gauges, histograms) = families.withLock { ($0.counters, $0.gauges, $0.histograms) }
        var text = PrometheusText()
        counters.forEachFamily { name, members in text.family(name, "counter", members) { "\($0.value)" } }
        gauges.forEachFamily { name, members in text.family(name, "gauge", members) { PrometheusText.number($0.value) } }
        histograms.forEachFamily { name, members in text.histograms(name, members) }
        return text.lines
    }
}
