import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

private let systemWrite = write(_:_:_:)

/// Where finished lines go.
public struct LogOutput: Sendable {
    private let send: @Sendable (String) -> Void

    /// - Parameter send: gets whole lines, each with its line feed; may be called from several threads at once.
    public init(_ send: @escaping @Sendable (String) -> Void) { self.send = send }

    func write(_ line: String) { send(line) }

    private static let isWriting = Mutex(())

    /// Lines never mix, whichever thread they come from. A closed stderr is no reason to fail.
    public static let standardError = LogOutput { line in
        isWriting.withLock { _ in
            var rest = Array(line.utf8)[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { systemWrite(STDERR_FILENO, $0.baseAddress, $0.count) }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        }
    }
}

/// The system's clock: milliseconds since 1970, UTC.
public func millisecondsSince1970() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}

/// `2026-11-21T01:46:10.123Z`. Foundation's formatters are much slower, and a log line is on every request's path.
func utcText(milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1_000)
    let rest = milliseconds % 1_000
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func padded(_ value: Int, _ digits: Int = 2) -> String {
        let text = "\(value)"
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
    let date = "\(padded(Int(parts.tm_year) + 1900, 4))-\(padded(Int(parts.tm_mon) + 1))-\(padded(Int(parts.tm_mday)))"
    let time = "\(padded(Int(parts.tm_hour))):\(padded(Int(parts.tm_min))):\(padded(Int(parts.tm_sec)))"
    return "\(date)T\(time).\(padded(Int(rest), 3))Z"
}
