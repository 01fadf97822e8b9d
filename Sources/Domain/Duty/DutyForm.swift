import Foundation

/// A shift as it is typed: a day, two times, somebody or nobody yet. An end before the beginning is on the next day.
public struct DutyForm: Sendable, Equatable {
    public static let names = ["day", "from", "until", "person", "insists"]
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public struct Wanted: Sendable, Equatable {
        public var from: Moment
        public var until: Moment
        public var person: ID<Person>?
    }

    public var insists: Bool { fields["insists"] == "yes" }

    /// - Parameter people: whoever may be on duty.
    public func read(_ people: [ID<Person>], now: Moment, in zone: TimeZone) throws(Refusal) -> Wanted {
        var reader = FormReader()
        let day = reader.required("day", CivilDay(PlainText.line(fields["day"] ?? "")), else: "refusal.date")
        let from = reader.required("from", TypedHour.minute(fields["from"]), else: "refusal.dutyTime")
        let end = reader.required("until", TypedHour.minute(fields["until"]), else: "refusal.dutyTime")
        let person = chosen(among: people)
        if person == nil, fields["person"]?.isEmpty == false { reader.refuse("person", "refusal.dutyWho") }
        if let from, let end, from == end { reader.refuse("until", "refusal.dutyOrder") }
        if let day, let number = Optional(day.number), number > CivilDay(now, in: zone).number + 366 {
            reader.refuse("day", "refusal.dateFar")
        }
        try reader.finish()
        guard let day, let from, let end else { throw Refusal(.invalid, "refusal.form") }
        let number = Int64(day.number)
        let wanted = Wanted(
            from: LocalTime.moment(day: number, minute: from, in: zone),
            until: LocalTime.moment(day: end > from ? number : number + 1, minute: end, in: zone), person: person)
        guard wanted.until > now else { throw Refusal.invalid("day", "refusal.datePast") }
        return wanted
    }

    /// - Throws: when it is nobody who may be on duty.
    public func person(among people: [ID<Person>]) throws(Refusal) -> ID<Person> {
        guard let person = chosen(among: people) else { throw .invalid("person", "refusal.dutyWho") }
        return person
    }

    private func chosen(among people: [ID<Person>]) -> ID<Person>? { people.first { $0.text == fields["person"] } }
}
