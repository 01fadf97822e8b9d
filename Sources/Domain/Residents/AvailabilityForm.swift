import Foundation

/// When, where and for what somebody is willing to help, as a form; lists are joined by commas.
public struct AvailabilityForm: Sendable {
    public static let radii = [500, 1_000, 2_000, 5_000, 10_000, 20_000]
    public static let weeklyAsks = [1, 2, 3, 5, 7]
    /// Spoken with neighbours: those most heard in France's towns, and the sign language. `fsl` is ISO 639-3.
    public static let languages = ["fr", "en", "ar", "es", "pt", "it", "de", "tr", "ru", "uk", "zh", "fsl"]

    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    /// The form as it stands for somebody; a new helper's with the defaults.
    public init(_ helper: Helper, _ person: Person, _ facts: Choices) {
        fields = [
            "days": helper.days.sorted().map(String.init).joined(separator: ","), "fromHour": String(helper.fromHour),
            "toHour": String(helper.toHour), "radius": String(helper.radius), "travel": helper.travel.rawValue,
            "remoteOnly": helper.isRemoteOnly ? "yes" : "", "languages": helper.languages.joined(separator: ","),
            "weeklyAsks": String(helper.weeklyAsks), "nights": helper.acceptsNights ? "yes" : "",
            "birthYear": person.birthYear.map(String.init) ?? "",
            "categories": facts.categories.filter { helper.categories.contains($0.id) }.map(\.key).joined(separator: ","),
            "neighbourhood": facts.neighbourhoods.first { $0.id == helper.neighbourhood }?.slug ?? "unknown",
        ]
    }

    /// What the form may choose from.
    public struct Choices: Sendable {
        public var categories: [Category]
        public var neighbourhoods: [Neighbourhood]
        public var now: Moment
        public var zone: TimeZone

        public init(categories: [Category], neighbourhoods: [Neighbourhood], now: Moment, zone: TimeZone) {
            self.categories = categories
            self.neighbourhoods = neighbourhoods
            self.now = now
            self.zone = zone
        }
    }
}

extension AvailabilityForm {
    /// Writes the form into a helper and the person behind; what trust was granted stays as it is.
    public func change(_ helper: inout Helper, _ person: inout Person, _ choices: Choices) throws(Refusal) {
        var reader = FormReader()
        let categories = Set(chosen("categories").compactMap { key in choices.categories.first { $0.key == key && $0.isActive }?.id })
        if categories.isEmpty { reader.refuse("categories", "refusal.helperCategories") }
        let days = Set(chosen("days").compactMap { Int($0) }).intersection(1...7)
        if days.isEmpty { reader.refuse("days", "refusal.days") }
        let (fromHour, toHour) = hours(&reader)
        let birthYear = reader.helperBirthYear("birthYear", fields["birthYear"], now: choices.now, in: choices.zone)
        let neighbourhood = reader.neighbourhood("neighbourhood", fields["neighbourhood"], among: choices.neighbourhoods)
        let languages = Self.languages.filter(chosen("languages").contains)
        if languages.isEmpty { reader.refuse("languages", "refusal.languages") }
        let radius = reader.required("radius", number("radius", in: Self.radii), else: "refusal.radius")
        let travel = reader.required("travel", Helper.Travel(rawValue: fields["travel"] ?? ""), else: "refusal.travel")
        let asks = reader.required("weeklyAsks", number("weeklyAsks", in: Self.weeklyAsks), else: "refusal.weeklyAsks")
        try reader.finish()
        helper.isActive = true
        helper.categories = categories
        helper.days = days
        (helper.fromHour, helper.toHour) = (fromHour, toHour)
        helper.neighbourhood = neighbourhood
        helper.languages = languages
        helper.radius = radius ?? helper.radius
        helper.travel = travel ?? helper.travel
        helper.isRemoteOnly = fields["remoteOnly"] == "yes"
        helper.weeklyAsks = asks ?? helper.weeklyAsks
        helper.acceptsNights = fields["nights"] == "yes"
        helper.isMinor = birthYear.map { AgeGroup(birthYear: $0, now: choices.now, in: choices.zone) == .minor } ?? helper.isMinor
        person.birthYear = birthYear
        person.neighbourhood = neighbourhood
    }

    private func hours(_ reader: inout FormReader) -> (Int, Int) {
        let hours = ["fromHour", "toHour"].map { Int(fields[$0] ?? "") ?? -1 }
        guard hours.allSatisfy((0...24).contains), hours[0] < hours[1] else {
            reader.refuse("toHour", "refusal.hours")
            return (0, 24)
        }
        return (hours[0], hours[1])
    }

    private func number(_ name: String, in choices: [Int]) -> Int? { choices.first { String($0) == fields[name] } }

    private func chosen(_ name: String) -> [String] { (fields[name] ?? "").split(separator: ",").map(String.init) }
}
