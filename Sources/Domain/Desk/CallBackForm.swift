import Foundation

/// A promise to ring, as whoever is at the desk types it: a number, when, what about.
public struct CallBackForm: Sendable, Equatable {
    public static let names: Set<String> = ["phone", "name", "words", "reason", "day", "time"]
    public static let farthest = Duration.days(30)

    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields.filter { Self.names.contains($0.key) } }

    /// - Throws: refusals of `phone`, `name`, `words`, `reason`, `day`, `time`.
    public func read(
        id: ID<CallBack>, by person: ID<Person>, now: Moment, in zone: TimeZone
    ) throws(Refusal) -> CallBack {
        var reader = FormReader()
        let phone = reader.phone("phone", fields["phone"])
        if phone == nil { reader.refuse("phone", "refusal.callBackPhone") }
        let name = reader.line("name", fields["name"], atMost: 80)
        let words = reader.text("words", fields["words"], atMost: 500)
        let reason = reader.required("reason", fields["reason"].flatMap(CallBack.Reason.init), else: "refusal.choose")
        let at = reason == .promised ? moment(now, zone, &reader) : now
        try reader.finish()
        guard let phone, let reason, let at else { throw Refusal(.invalid, "refusal.form") }
        var promise = CallBack(id: id, reason: reason, phone: phone, by: person, createdAt: now, dueAt: at)
        (promise.name, promise.words) = (name, words)
        return promise
    }

    /// A time of today or, where it is over, of tomorrow, unless a day was given.
    /// - Throws: refusals of `day` and `time`.
    public func time(now: Moment, in zone: TimeZone) throws(Refusal) -> Moment {
        var reader = FormReader()
        let moment = moment(now, zone, &reader)
        try reader.finish()
        guard let moment else { throw Refusal(.invalid, "refusal.form") }
        return moment
    }

    private func moment(_ now: Moment, _ zone: TimeZone, _ reader: inout FormReader) -> Moment? {
        let given = fields["day"].flatMap { $0.isEmpty ? nil : $0 }
        let day = given.flatMap { CivilDay($0) }
        if given != nil, day == nil { reader.refuse("day", "refusal.date") }
        guard let minute = TypedHour.minute(fields["time"]) else {
            reader.refuse("time", "refusal.time")
            return nil
        }
        guard given == nil || day != nil else { return nil }
        var moment = Self.moment(day ?? CivilDay(now, in: zone), minute, zone)
        if day == nil, moment <= now { moment = Self.moment(CivilDay(now, in: zone).adding(days: 1), minute, zone) }
        if moment <= now { reader.refuse("time", "refusal.timePassed") }
        if moment > now + Self.farthest { reader.refuse("day", "refusal.callBackTooFar") }
        return moment
    }

    private static func moment(_ day: CivilDay, _ minute: Int, _ zone: TimeZone) -> Moment {
        LocalTime.moment(day: Int64(day.number), minute: minute, in: zone)
    }
}
