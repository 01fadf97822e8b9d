import Foundation

/// Who decided, why, first and last day; and that more than a volunteer's fifteen days are meant.
public struct ReserveActivationForm: Sendable, Equatable {
    public static let names = ["decidedBy", "why", "from", "until", "beyond"]
    /// Longer wants a new decision.
    public static let longest = Duration.days(92)
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public var knowsLimit: Bool { fields["beyond"] == "yes" }

    public struct Decision: Sendable, Equatable {
        public var decidedBy: String
        public var why: String
        public var from: Moment
        public var until: Moment
    }

    public func read(now: Moment, in zone: TimeZone) throws(Refusal) -> Decision {
        var reader = FormReader()
        let who = reader.required("decidedBy", reader.line("decidedBy", fields["decidedBy"], atMost: 120), else: "refusal.activationWho")
        let why = reader.required("why", reader.text("why", fields["why"], atMost: 600), else: "refusal.activationWhy")
        let from = reader.required("from", day("from", zone), else: "refusal.date")
        let last = reader.required("until", day("until", zone), else: "refusal.date")
        if let from, from < CivilDay(now, in: zone).midnight(in: zone) { reader.refuse("from", "refusal.datePast") }
        if let from, from > now + .days(366) { reader.refuse("from", "refusal.dateFar") }
        if let from, let last, last < from { reader.refuse("until", "refusal.activationOrder") }
        if let from, let last, last - from > Self.longest { reader.refuse("until", "refusal.activationLong") }
        try reader.finish()
        guard let who, let why, let from, let last else { throw Refusal(.invalid, "refusal.form") }
        return Decision(decidedBy: who, why: why, from: from, until: LocalTime(last, in: zone).at(hour: 0, daysLater: 1, in: zone))
    }

    private func day(_ name: String, _ zone: TimeZone) -> Moment? {
        CivilDay(PlainText.line(fields[name] ?? ""))?.midnight(in: zone)
    }
}
