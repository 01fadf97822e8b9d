import Foundation

/// Why, and until which day.
public struct CrisisForm: Sendable, Equatable {
    public static let names = ["reason", "until"]
    /// A month: what lasts longer is decided again, by somebody who looked again.
    public static let longest = Duration.days(31)
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public struct Wanted: Sendable, Equatable {
        public var reason: String
        public var until: Moment
    }

    public func read(now: Moment, in zone: TimeZone) throws(Refusal) -> Wanted {
        var reader = FormReader()
        let reason = reader.required("reason", reader.text("reason", fields["reason"], atMost: 500), else: "refusal.crisisReason")
        let last = reader.required("until", CivilDay(PlainText.line(fields["until"] ?? "")), else: "refusal.date")
        let until = last.map { LocalTime($0.midnight(in: zone), in: zone).at(hour: 0, daysLater: 1, in: zone) }
        if let until, until <= now { reader.refuse("until", "refusal.datePast") }
        if let until, until - now > Self.longest { reader.refuse("until", "refusal.crisisLong") }
        try reader.finish()
        guard let reason, let until else { throw Refusal(.invalid, "refusal.form") }
        return Wanted(reason: reason, until: until)
    }
}
