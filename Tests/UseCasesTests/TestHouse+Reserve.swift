import Domain
import Mail
import Persistence
import Secrets
import TestSupport
@testable import UseCases

extension TestHouse {
    /// The hourly job, and the mails it put.
    func sweepReserve() async throws {
        try await ReserveSweep(house: house).sweep()
        await work()
    }

    /// Mails that ask whether somebody is still available.
    func stillAvailableMails(to person: Person) -> [MailMessage] {
        mailer.sent.filter { $0.to.address == person.email?.text && $0.text.contains("/disponibilite/") }
    }

    func welcomes(to person: Person) -> Int {
        mailer.sent.filter { $0.to.address == person.email?.text && $0.subject.contains("Quel plaisir de vous revoir") }.count
    }

    /// The token of the last of them.
    func renewalToken(of person: Person) throws -> Token {
        let text = stillAvailableMails(to: person).last?.text ?? ""
        guard let token = text.split(separator: "/disponibilite/").dropFirst().first.flatMap({ Token(text: $0.prefix(43)) }) else {
            throw Refusal.notFound
        }
        return token
    }

    /// Two questions without an answer, each a month apart.
    func fallAsleep(_ person: Person) async throws {
        for _ in 1...3 {
            clock.move(.days(32))
            try await sweepReserve()
        }
        guard try await helper(person)?.isAsleep == true else { throw Refusal.notFound }
    }

    func offerStatus(_ id: ID<Offer>) async throws -> Offer.Status? { try await house.read(town.town) { try Offers($0).find(id)?.status } }

    func publicOffers() async throws -> [ID<Offer>] {
        try await PublicOffers(house).page(PublicFilter(), in: town).items.map(\.id)
    }
}
