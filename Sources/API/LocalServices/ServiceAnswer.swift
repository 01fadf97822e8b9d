import Domain
import UseCases

/// A service as it stands now.
struct ServiceAnswer: Encodable {
    static let standings = ["open", "closed", "unknown"]

    struct Hours: Encodable {
        var weekday: Int
        var from: String
        var until: String
    }

    var id: String
    var name: String
    var description: [String: String]
    var audience: [String: String]
    var topics: [String]
    var categories: [String]?
    var neighbourhoods: [String]?
    var phones: [String]
    var address: String?
    var url: String?
    var languages: [String]
    var isFree: Bool
    var isAlwaysOpen: Bool
    var isClosedOnHolidays: Bool
    var hours: [Hours]
    var hoursNote: String?
    var standing: String
    var openUntil: String?
    var opensAt: String?
    var checkedOn: String

    init(_ one: ServiceNow, _ facts: TownFacts) {
        let service = one.service
        (id, name, description, audience) = (service.id.text, service.name, service.description, service.audience)
        topics = LocalService.Topic.allCases.filter(service.topics.contains).map(\.rawValue)
        categories = service.categories.map { chosen in facts.categories.filter { chosen.contains($0.id) }.map(\.key) }
        neighbourhoods = service.zone.map { zone in facts.neighbourhoods.filter { zone.contains($0.id) }.map(\.slug) }
        (phones, address, url) = (service.phones, service.address, service.web)
        languages = LocalService.Tongue.allCases.filter(service.tongues.contains).map(\.rawValue)
        (isFree, isAlwaysOpen, isClosedOnHolidays) = (service.isFree, service.hours.isAlways, service.hours.isClosedOnHolidays)
        hours = Self.hours(service.hours)
        hoursNote = service.hoursNote
        (standing, openUntil, opensAt) =
            switch one.opening {
            case .open(let until): ("open", until?.iso, nil)
            case .closed(let opens): ("closed", nil, opens.iso)
            case .unknown: ("unknown", nil, nil)
            }
        checkedOn = service.checkedOn.iso
    }

    private static func hours(_ hours: OpeningHours) -> [Hours] {
        (1...7).flatMap { day in
            (hours.days[day] ?? []).map { Hours(weekday: day, from: clock($0.from), until: clock($0.until)) }
        }
    }

    private static func clock(_ minute: Int) -> String {
        let (hour, rest) = (minute > OpeningHours.Span.day ? minute / 60 - 24 : minute / 60, minute % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }
}
