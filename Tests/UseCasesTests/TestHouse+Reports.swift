import Domain
import Mail
import Persistence
import TestSupport
@testable import UseCases

extension TestHouse {
    var mona: Actor { Actor(person: cast.moderator.id, roles: [Role(.moderator)]) }

    /// An offer of Karim, and its number.
    func offer(of person: Person) async throws -> ID<Offer> {
        let (now, id) = (clock.now, house.world.id(Offer.self))
        let groceries = try unwrap(category("groceries")).id
        try await house.write(town.town, listings: true) { scope in
            var offer = Offer(
                id: id, person: person.id, category: groceries, neighbourhood: person.neighbourhood, details: "Courses, 20 € de l’heure",
                createdAt: now)
            (offer.review, offer.publicText) = (.approved, offer.details)
            try Offers(scope).insert(offer)
        }
        return id
    }

    func report(
        _ door: ReportDoor, _ reason: Report.Reason = .violence, words: String? = "mot du témoin", email: String? = nil,
        id: ID<Report>? = nil
    ) async throws {
        let form = ReportForm(reason: reason, words: words, email: email.flatMap(EmailAddress.init))
        try await Reporting(house).report(form, id: id, through: door, language: "fr", in: town)
    }

    func openReports() async throws -> [Report] { try await house.read(town.town) { try Reports($0).open() } }
    func stops(of person: Person) async throws -> [ContactStop] {
        try await house.read(town.town) { try ContactStops($0).of([person.id]) }
    }
    func isHeld(_ person: ID<Person>) async throws -> Bool {
        try await house.read(town.town) { try ContactStops($0).holds(anyOf: [person]) }
    }

    func mails(to address: String) -> [String] { mailer.sent.filter { $0.to.address == address }.map { $0.subject + "\n" + $0.text } }

    private func unwrap<T>(_ value: T?) throws -> T {
        guard let value else { throw Refusal.notFound }
        return value
    }
}
