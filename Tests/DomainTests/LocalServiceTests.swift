import Domain
import Foundation
import Testing

@Suite struct LocalServiceTests {
    private let today = CivilDay("2026-11-27")
    private let groceries = Category(
        id: ID(high: 1, low: 1), key: "groceries", labels: ["fr": "Courses"], icon: "basket", mode: .inPerson, tier: .doorstep, position: 0)
    private let lake = Neighbourhood(id: ID(high: 2, low: 1), slug: "le-lac", name: "Le Lac", region: nil, anchor: nil, position: 0)
    private let station = Neighbourhood(id: ID(high: 2, low: 2), slug: "la-gare", name: "La Gare", region: nil, anchor: nil, position: 1)

    private func read(_ changes: [String: String] = [:]) throws -> LocalService {
        let fields = [
            "name": "Épicerie", "description-fr": "On y mange.", "topic-food": "yes", "phone1": "04 65 71 00 01", "helps": "some",
            "helps-groceries": "yes", "zone": "all", "free": "yes", "checkedOn": "2026-11-27", "hours-1": "9 h - 12 h",
        ]
        let choices = LocalServiceForm.Choices(categories: [groceries], neighbourhoods: [lake, station], today: try #require(today))
        return try LocalServiceForm(fields.merging(changes) { $1 }).read(ID(high: 9, low: 9), choices)
    }

    private func refused(_ changes: [String: String]) throws -> [String] {
        do {
            _ = try read(changes)
            return []
        } catch let refusal as Refusal {
            return refusal.fields.map(\.name)
        }
    }

    @Test func aFormIsReadAndReadBack() throws {
        let service = try read(["web": "exemple.fr/aide", "zone": "some", "zone-le-lac": "yes", "holidays": "yes", "speaks-fsl": "yes"])
        #expect(service.web == "https://exemple.fr/aide" && service.zone == [lake.id] && service.categories == [groceries.id])
        #expect(service.hours.days == [1: [OpeningHours.Span(from: 540, until: 720)]] && service.hours.isClosedOnHolidays)
        let form = LocalServiceForm(service, [groceries], [lake, station])
        let again = try form.read(service.id, .init(categories: [groceries], neighbourhoods: [lake, station], today: try #require(today)))
        #expect(again == service)
    }

    @Test func everythingWrongIsSaidAtOnce() throws {
        #expect(
            try refused([
                "name": " ", "description-fr": "", "topic-food": "", "phone1": "appelez", "web": "rien", "helps-groceries": "",
                "zone": "some", "free": "?", "checkedOn": "2026-11-28", "hours-1": "le matin",
            ]) == ["name", "description-fr", "phone1", "web", "hours-1", "topic", "helps", "zone", "free", "checkedOn"])
        #expect(try refused(["phone1": ""]) == ["phone1"], "nobody could reach it")
        #expect(try refused(["phone1": "", "address": "1 rue du Lac"]) == [])
        for web in ["javascript:alert(1)", "ftp://exemple.fr", "https://", "https://.fr", "https://a:b@exemple.fr"] {
            #expect(try refused(["web": web]) == ["web"], "\(web)")
        }
    }

    @Test func itAnswersWhatItSaysWhereItSays() throws {
        let other: ID<Domain.Category> = ID(high: 1, low: 2)
        var service = try read(["zone": "some", "zone-le-lac": "yes"])
        #expect(service.answers(groceries.id, in: lake.id) && !service.answers(other, in: lake.id))
        #expect(!service.answers(groceries.id, in: station.id) && !service.answers(groceries.id, in: nil))
        service.categories = nil
        #expect(service.answers(other, in: lake.id))
        #expect(try read(["helps": "none"]).categories == [], "the directory alone")
        #expect(try !read(["helps": "none"]).answers(groceries.id, in: lake.id))
    }

    @Test func itIsToBeCheckedAfterSixMonths() throws {
        let service = try read(["checkedOn": "2026-05-27"])
        #expect(service.needsCheck(on: try #require(today)))
        #expect(try !read(["checkedOn": "2026-05-28"]).needsCheck(on: try #require(today)))
    }

    /// Friday 27 November 2026, 10 in the morning in Paris.
    @Test func openOnesComeFirstThenThoseThatOpenSoonest() throws {
        let now = Moment(milliseconds: Int64(try #require(today).number) * 86_400_000) + .hours(9)
        let sheets = [
            ("Zinc", "9 h - 12 h"), ("Été", "9 h - 17 h"), ("Étage", "18 h - 19 h"), ("Avant", "14 h - 15 h"), ("Eau", "9 h - 10 h 30"),
            ("Inconnu", ""),
        ]
        let services = try sheets.enumerated().map { number, sheet in
            var service = try read(["name": sheet.0, "hours-1": "", "hours-5": sheet.1])
            service.id = ID(high: 9, low: UInt64(number))
            return service
        }
        let ordered = LocalService.ordered(services, at: now, in: .paris)
        #expect(ordered.map(\.service.name) == ["Eau", "Été", "Zinc", "Avant", "Étage", "Inconnu"])
        #expect(ordered.filter(ServiceFilter(isOpenOnly: true).keeps).count == 3)
        #expect(ordered.filter(ServiceFilter(topic: .health).keeps).isEmpty)
    }
}
