/// A service as an administrator describes it. Boxes and days are fields of their own: `topic-{topic}`, `helps-{category}`,
/// `zone-{quartier}`, `speaks-{tongue}`, `hours-{weekday}`.
public struct LocalServiceForm: Sendable, Equatable {
    public static let most = 300
    public static let phones = 3
    public static let all = "all"
    public static let some = "some"
    public static let none = "none"
    public static let longestDescription = 600
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    /// An empty form, most of it as most services are.
    public static func fresh(today: CivilDay) -> LocalServiceForm {
        LocalServiceForm([
            "helps": some, "zone": all, "speaks-fr": "yes", "free": "yes", "holidays": "yes", "checkedOn": today.iso,
        ])
    }

    /// What it may choose from, and the day until which it may have been checked.
    public struct Choices: Sendable {
        public var categories: [Category]
        public var neighbourhoods: [Neighbourhood]
        public var today: CivilDay

        public init(categories: [Category], neighbourhoods: [Neighbourhood], today: CivilDay) {
            (self.categories, self.neighbourhoods, self.today) = (categories, neighbourhoods, today)
        }
    }

    public init(_ service: LocalService, _ categories: [Category], _ neighbourhoods: [Neighbourhood]) {
        fields = ["name": service.name, "address": service.address ?? "", "web": service.web ?? "", "checkedOn": service.checkedOn.iso]
        for language in ["fr", "en"] {
            fields["description-\(language)"] = service.description[language]
            fields["audience-\(language)"] = service.audience[language]
        }
        for (number, phone) in service.phones.enumerated() { fields["phone\(number + 1)"] = phone }
        for topic in service.topics { fields["topic-\(topic.rawValue)"] = "yes" }
        for tongue in service.tongues { fields["speaks-\(tongue.rawValue)"] = "yes" }
        for (day, spans) in service.hours.days { fields["hours-\(day)"] = HoursText.write(spans) }
        fields["always"] = service.hours.isAlways ? "yes" : nil
        fields["holidays"] = service.hours.isClosedOnHolidays ? "yes" : nil
        fields["hoursNote"] = service.hoursNote
        fields["free"] = service.isFree ? "yes" : "no"
        fields["zone"] = service.zone == nil ? Self.all : Self.some
        fields["helps"] = service.categories.map { $0.isEmpty ? Self.none : Self.some } ?? Self.all
        for place in neighbourhoods where service.zone?.contains(place.id) == true { fields["zone-\(place.slug)"] = "yes" }
        for category in categories where service.categories?.contains(category.id) == true { fields["helps-\(category.key)"] = "yes" }
    }

    /// Those that have a meaning; whatever else was sent is dropped.
    public var known: LocalServiceForm {
        let whole: Set<String> = ["name", "address", "web", "checkedOn", "always", "holidays", "hoursNote", "free", "zone", "helps"]
        let parts = ["description-", "audience-", "phone", "topic-", "speaks-", "hours-", "zone-", "helps-"]
        return LocalServiceForm(fields.filter { name, _ in whole.contains(name) || parts.contains { name.hasPrefix($0) } })
    }
}
