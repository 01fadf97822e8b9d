import Foundation

/// What somebody typed to offer help: at most four questions, one per page.
public struct OfferForm: Sendable, Equatable {
    public enum Step: String, Sendable, CaseIterable { case what, when, place, check }

    public static let names: [Step: [String]] = [
        .what: ["category"],
        .when: ["days", "weekday", "part"],
        .place: ["reach", "neighbourhood"],
        .check: ["details", "sure", "birthYear"],
    ]

    /// Several answers to one question are separated by commas.
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public subscript(name: String) -> String? {
        get { fields[name] }
        set { fields[name] = newValue }
    }

    public func several(_ name: String) -> [String] { (self[name] ?? "").split(separator: ",").map(String.init) }

    /// What the form may choose from, the clock, and whether the year of birth is known already.
    public struct Choices: Sendable {
        public var categories: [Category]
        public var neighbourhoods: [Neighbourhood]
        public var now: Moment
        public var zone: TimeZone
        public var needsBirthYear: Bool

        public init(categories: [Category], neighbourhoods: [Neighbourhood], now: Moment, zone: TimeZone, needsBirthYear: Bool) {
            self.categories = categories
            self.neighbourhoods = neighbourhoods
            self.now = now
            self.zone = zone
            self.needsBirthYear = needsBirthYear
        }
    }
}

/// An offer that was understood: one per kind of help, and one availability for all.
public struct NewOffer: Sendable, Equatable {
    public var categories: [Category]
    public var time: FreeTime
    public var reach: Reach
    public var neighbourhood: ID<Neighbourhood>?
    public var details: String?
    /// Nil when it was known already.
    public var birthYear: Int?
}

extension OfferForm {
    public func check(_ step: Step, _ choices: Choices) throws(Refusal) {
        var reader = FormReader()
        switch step {
        case .what: _ = categories(&reader, choices)
        case .when: _ = time(&reader)
        case .place: _ = place(&reader, choices)
        case .check: _ = rest(&reader, choices)
        }
        try reader.finish()
    }

    /// The first page that still lacks something, `check` when all before it is there.
    public func firstOpenStep(_ choices: Choices) -> Step {
        for step in Step.allCases where step != .check {
            do { try check(step, choices) } catch { return step }
        }
        return .check
    }

    public func read(_ choices: Choices) throws(Refusal) -> NewOffer {
        var reader = FormReader()
        let categories = categories(&reader, choices)
        let time = time(&reader)
        let (reach, neighbourhood) = place(&reader, choices)
        let (details, birthYear) = rest(&reader, choices)
        try reader.finish()
        guard let time, let reach else { throw Refusal(.invalid, "refusal.form") }
        return NewOffer(
            categories: categories, time: time, reach: reach, neighbourhood: neighbourhood, details: details, birthYear: birthYear)
    }

    private func categories(_ reader: inout FormReader, _ choices: Choices) -> [Category] {
        let typed = Set(several("category"))
        let chosen = choices.categories.filter { $0.isActive && typed.contains($0.key) }
        if chosen.isEmpty { reader.refuse("category", "refusal.offerCategory") }
        return chosen
    }

    private func time(_ reader: inout FormReader) -> FreeTime? {
        let days = reader.required("days", self["days"].flatMap(FreeTime.Days.init), else: "refusal.offerDays")
        let part = reader.required("part", self["part"].flatMap(FreeTime.Part.init), else: "refusal.offerPart")
        guard let days, let part else { return nil }
        let weekdays = days == .some ? Set(several("weekday").compactMap { Int($0) }).intersection(1...7) : days.weekdays
        guard !weekdays.isEmpty else { return reader.required("days", nil, else: "refusal.offerDays") }
        return FreeTime(weekdays: weekdays, part: part)
    }

    private func place(_ reader: inout FormReader, _ choices: Choices) -> (Reach?, ID<Neighbourhood>?) {
        let reach = reader.required("reach", self["reach"].flatMap(Reach.init), else: "refusal.offerReach")
        guard !choices.neighbourhoods.isEmpty else { return (reach, nil) }
        let typed = self["neighbourhood"] ?? ""
        let chosen = choices.neighbourhoods.first { $0.slug == typed }
        // From afar, or not knowing its name, one helps as well.
        if chosen == nil, reach != .remote, typed != "unknown" { reader.refuse("neighbourhood", "refusal.neighbourhood") }
        return (reach, chosen?.id)
    }

    private func rest(_ reader: inout FormReader, _ choices: Choices) -> (String?, Int?) {
        let details = reader.text("details", self["details"], atMost: 300)
        guard choices.needsBirthYear else { return (details, nil) }
        return (details, reader.helperBirthYear("birthYear", self["birthYear"], now: choices.now, in: choices.zone))
    }
}
