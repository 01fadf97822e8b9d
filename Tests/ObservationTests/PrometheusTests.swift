import CoreMetrics
import Observation
import Testing

@Suite struct PrometheusTests {
    private let prometheus = Prometheus()

    private func lines() -> [String] { prometheus.render().split(separator: "\n").map(String.init) }

    @Test func countersRise() {
        Counter(label: "requests", dimensions: [("path", "/demandes"), ("method", "GET")], factory: prometheus).increment(by: 2)
        Counter(label: "requests", dimensions: [("method", "GET"), ("path", "/demandes")], factory: prometheus).increment()
        Counter(label: "mail_total", factory: prometheus).increment()
        #expect(
            prometheus.render() == """
                # TYPE mail_total counter
                mail_total 1
                # TYPE requests_total counter
                requests_total{method="GET",path="/demandes"} 3

                """)
    }

    @Test func aCounterNeverFalls() {
        let handler = prometheus.makeCounter(label: "x", dimensions: [])
        handler.increment(by: .max)
        handler.increment(by: -5)
        #expect(lines().last == "x_total \(Int64.max)")
        handler.reset()
        #expect(lines().last == "x_total 0")
    }

    @Test func gaugesMoveBothWays() {
        let meter = Meter(label: "queue.age", factory: prometheus)
        meter.set(12.5)
        meter.decrement(by: 2.0)
        Recorder(label: "open", dimensions: [], aggregate: false, factory: prometheus).record(7)
        Meter(label: "endless", factory: prometheus).set(Double.infinity)
        #expect(
            lines() == [
                "# TYPE endless gauge", "endless +Inf", "# TYPE open gauge", "open 7.0", "# TYPE queue_age gauge", "queue_age 10.5",
            ])
    }

    @Test func timersFillBucketsInSeconds() {
        let timer = Timer(label: "sql", dimensions: [("town", "1")], factory: prometheus)
        for milliseconds in [1, 4, 4, 20_000] { timer.recordMilliseconds(milliseconds) }
        let lines = lines()
        #expect(lines.first == "# TYPE sql_seconds histogram")
        #expect(lines.contains("sql_seconds_bucket{town=\"1\",le=\"0.001\"} 1"))
        #expect(lines.contains("sql_seconds_bucket{town=\"1\",le=\"0.005\"} 3"))
        #expect(lines.contains("sql_seconds_bucket{town=\"1\",le=\"10.0\"} 3"))
        #expect(
            lines.suffix(3) == [
                "sql_seconds_bucket{town=\"1\",le=\"+Inf\"} 4", "sql_seconds_sum{town=\"1\"} 20.009", "sql_seconds_count{town=\"1\"} 4",
            ])
    }

    @Test func recordersTakeTheirOwnBuckets() {
        let prometheus = Prometheus(buckets: ["wave": [2, 4]])
        let recorder = Recorder(label: "wave", factory: prometheus)
        for size in [1, 2, 3, 9] { recorder.record(size) }
        recorder.record(Double.nan)
        #expect(
            prometheus.render().contains("wave_bucket{le=\"2.0\"} 2\nwave_bucket{le=\"4.0\"} 3\nwave_bucket{le=\"+Inf\"} 4\nwave_sum 15.0"))
    }

    @Test func namesAndValuesCannotBreakTheText() {
        Counter(label: "9 é\n{}", dimensions: [("le", "a\"b\\c\nd"), ("a-b", "é")], factory: prometheus).increment()
        #expect(lines() == ["# TYPE _9______total counter", "_9______total{a_b=\"é\",le_=\"a\\\"b\\\\c\\nd\"} 1"])
    }

    @Test func aNameHasOneType() {
        Meter(label: "jobs", factory: prometheus).set(1)
        Recorder(label: "jobs", factory: prometheus).record(1)
        Meter(label: "late_total", factory: prometheus).set(1)
        Counter(label: "late", factory: prometheus).increment()
        let types = lines().filter { $0.hasPrefix("# TYPE") }
        #expect(
            types == [
                "# TYPE late_total_counter counter", "# TYPE jobs gauge", "# TYPE late_total gauge", "# TYPE jobs_histogram histogram",
            ])
    }

    @Test func seriesPastTheBoundFoldIntoOther() {
        for visitor in 0..<(Prometheus.maximumSeries + 500) {
            Counter(label: "hits", dimensions: [("path", "/\(visitor)")], factory: prometheus).increment()
        }
        Counter(label: "hits", dimensions: [("path", "/3")], factory: prometheus).increment()
        Counter(label: "elsewhere", dimensions: [("path", "/new")], factory: prometheus).increment()
        let lines = lines()
        #expect(lines.count { $0.hasPrefix("hits_total{") } == Prometheus.maximumSeries + 1)
        #expect(lines.contains("hits_total{path=\"other\"} 500"))
        #expect(lines.contains("hits_total{path=\"/3\"} 2"))
        #expect(lines.contains("elsewhere_total{path=\"/new\"} 1"))
    }

    @Test func countsFromManyTasksAddUp() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1_000 {
                        Counter(label: "n", factory: prometheus).increment()
                        Recorder(label: "r", factory: prometheus).record(1)
                    }
                }
            }
        }
        #expect(lines().contains("n_total 8000") && lines().contains("r_count 8000"))
    }
}
