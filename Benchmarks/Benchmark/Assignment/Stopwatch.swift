import Foundation

/// By the clock, and by the processor: on a busy machine only the second says what the work took.
struct Stopwatch {
    private let start = ContinuousClock.now
    private let used = Self.processorTime()

    var milliseconds: [Double] { [(ContinuousClock.now - start) / .milliseconds(1), Self.processorTime() - used] }

    /// Of all threads of the process.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
