import Domain

/// How often the Géoplateforme may be asked by this process, all towns together.
///
/// It allows an address 50 requests a second, then answers 429 for five seconds. At most 10 + 40 pass in any second here, and of these
/// typing takes 32 a second, so that 8 are left to forms. What does not pass does not wait: it goes without.
struct GeocoderGate {
    /// As many as the fetcher has threads: no request queues behind one that hangs.
    static let breadth = 4

    private var all = TokenBucket(perSecond: 40, burst: 10)
    private var completions = TokenBucket(perSecond: 32, burst: 8)
    private var underWay = 0
    private var failures = 0
    private var restsUntil = Moment(milliseconds: 0)

    /// Whoever was let in closes again.
    mutating func open(for aim: GeocoderQuestion.Aim, at now: Moment) -> Bool {
        guard now >= restsUntil, underWay < Self.breadth, aim == .finding || completions.holdsToken(at: now), all.holdsToken(at: now) else {
            return false
        }
        if aim == .completing { completions.take() }
        all.take()
        underWay += 1
        return true
    }

    mutating func close() {
        underWay -= 1
        failures = 0
    }

    /// Nobody is let in for 5 seconds, twice as long after each further failure, 5 minutes at most.
    /// - Parameter wait: what the service asks for; it is kept up to 10 minutes.
    mutating func close(failedAt now: Moment, wait: Duration? = nil) {
        underWay -= 1
        let asked = min(wait ?? .zero, .minutes(10))
        // What was under way when the rest began says nothing new.
        guard now >= restsUntil else {
            restsUntil = max(restsUntil, now + asked)
            return
        }
        let rest = min(Duration.seconds(5 << min(failures, 6)), .minutes(5))
        failures += 1
        restsUntil = now + max(rest, asked)
    }
}

private struct TokenBucket {
    let perSecond: Double
    let burst: Double
    private var tokens: Double
    private var at = Moment(milliseconds: 0)

    init(perSecond: Double, burst: Double) {
        self.perSecond = perSecond
        self.burst = burst
        tokens = burst
    }

    mutating func holdsToken(at now: Moment) -> Bool {
        let seconds = Double(max(0, (now - at).inMilliseconds)) / 1_000
        tokens = min(burst, tokens + seconds * perSecond)
        at = now
        return tokens >= 1
    }

    mutating func take() { tokens -= 1 }
}
