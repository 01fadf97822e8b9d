import Domain
import Persistence

/// The directory of services of a fictional town: its telephone numbers ring nowhere.
struct DemoServices {
    /// One service, as the folder `Demo` has it.
    struct Sheet: Sendable, Decodable {
        var name: String
        var fr: String
        var en: String
        var forFr: String?
        var forEn: String?
        var topics: [LocalService.Topic]
        /// Keys of categories.
        var helps: [String]
        /// Of the seven days, Monday first, as an administrator types them.
        var hours: [String]?
        var always: Bool?
        var isOpenOnHolidays: Bool?
        var note: String?
        var address: String?
        var web: String?
        var tongues: [LocalService.Tongue]?
        var free: Bool
        var checkedMonthsAgo: Int
        /// Of the first quartiers only.
        var isLocal: Bool?
    }

    let scope: TownTransaction
    let stage: DemoStage

    func write(_ chance: inout SeededChance) throws {
        for (number, sheet) in stage.library.services.enumerated() {
            try LocalServices(scope).save(service(sheet, number, chance.id(at: stage.staff.opening)))
        }
    }

    private func service(_ sheet: Sheet, _ number: Int, _ id: ID<LocalService>) -> LocalService {
        let today = CivilDay(stage.calendar.now, in: stage.calendar.zone)
        var service = LocalService(id: id, name: sheet.name, checkedOn: today.adding(months: -sheet.checkedMonthsAgo))
        service.description = ["fr": sheet.fr, "en": sheet.en]
        (service.audience["fr"], service.audience["en"]) = (sheet.forFr, sheet.forEn)
        service.topics = Set(sheet.topics)
        service.categories = Set(sheet.helps.compactMap { stage.facts.category(key: $0)?.id })
        service.zone = zone(sheet)
        service.phones = [stage.landline(8_000 + number)?.spoken].compactMap(\.self)
        (service.address, service.web, service.hoursNote) = (sheet.address, sheet.web, sheet.note)
        service.hours = hours(sheet)
        service.tongues = Set(sheet.tongues ?? [.fr])
        service.isFree = sheet.free
        return service
    }

    private func zone(_ sheet: Sheet) -> Set<ID<Neighbourhood>>? {
        guard sheet.isLocal == true, !stage.facts.neighbourhoods.isEmpty else { return nil }
        return Set(stage.facts.neighbourhoods.prefix(2).map(\.id))
    }

    private func hours(_ sheet: Sheet) -> OpeningHours {
        if sheet.always == true { return OpeningHours(isAlways: true) }
        var hours = OpeningHours(isClosedOnHolidays: sheet.isOpenOnHolidays != true)
        for (day, typed) in (sheet.hours ?? []).enumerated() {
            if let spans = HoursText.read(typed), !spans.isEmpty { hours.days[day + 1] = spans }
        }
        return hours
    }
}
