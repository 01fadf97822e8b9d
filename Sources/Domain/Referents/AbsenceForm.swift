import Foundation

/// First and last day, and who stands in.
public struct AbsenceForm: Sendable, Equatable {
    public static let names = ["colleague", "from", "until"]
    /// The value of `colleague` that names nobody.
    public static let nobody = "nobody"
    /// A quarter at most: longer is another referent's turn.
    public static let longest = Duration.days(92)
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public struct Wanted: Sendable, Equatable {
        public var colleague: ID<Person>?
        public var from: Moment
        public var until: Moment
    }

    /// - Parameter colleagues: the other referents of the town.
    public func read(_ colleagues: [ID<Person>], now: Moment, in zone: TimeZone) throws(Refusal) -> Wanted {
        var reader = FormReader()
        let colleague = colleagues.first { $0.text == fields["colleague"] }
        if colleague == nil, fields["colleague"] != Self.nobody { reader.refuse("colleague", "refusal.absenceWho") }
        let from = reader.required("from", day("from", zone), else: "refusal.date")
        let last = reader.required("until", day("until", zone), else: "refusal.date")
        if let from, from < CivilDay(now, in: zone).midnight(in: zone) { reader.refuse("from", "refusal.datePast") }
        if let from, from > now + .days(366) { reader.refuse("from", "refusal.dateFar") }
        if let from, let last, last < from { reader.refuse("until", "refusal.absenceOrder") }
        if let from, let last, last - from > Self.longest { reader.refuse("until", "refusal.absenceLong") }
        try reader.finish()
        guard let from, let last else { throw Refusal(.invalid, "refusal.form") }
        return Wanted(colleague: colleague, from: from, until: LocalTime(last, in: zone).at(hour: 0, daysLater: 1, in: zone))
    }

    private func day(_ name: String, _ zone: TimeZone) -> Moment? {
        CivilDay(PlainText.line(fields[name] ?? ""))?.midnight(in: zone)
    }
}
