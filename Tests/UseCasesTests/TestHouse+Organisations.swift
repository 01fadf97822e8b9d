import Database
import Domain
import Mail
import Persistence
import Secrets
import TestSupport
@testable import UseCases

extension TestHouse {
    var boss: Actor { Actor(person: cast.administrator.id, roles: [Role(.administrator)]) }

    /// One that an administrator added; Martine answers for it. Its address is `{name}@organisations.test`.
    @discardableResult
    func makeOrganisation(
        _ name: String, _ kind: Organisation.Kind = .association, zone: [String] = [], takes: [String] = []
    ) async throws -> Organisation {
        var fields = [
            "name": name, "kind": kind.rawValue, "email": "\(name)@organisations.test", "language": "fr", "owner": cast.martine.id.text,
            "zone": zone.isEmpty ? "all" : "some", "takes": takes.isEmpty ? "all" : "some",
        ]
        for slug in zone { fields["zone-\(slug)"] = "yes" }
        for key in takes { fields["takes-\(key)"] = "yes" }
        let keeping = OrganisationKeeping(house)
        // The elder of two is asked first.
        clock.move(.milliseconds(1))
        try await keeping.add(OrganisationForm(fields), by: boss, in: town)
        guard let known = try await keeping.all(by: boss, in: town).last(where: { $0.organisation.name == name }) else {
            throw Refusal.notFound
        }
        return known.organisation
    }

    /// The mayor calls out the reserve, today and on the next days.
    @discardableResult
    func callOut(days: Int = 2) async throws -> ReserveActivation {
        func day(_ count: Int) -> String { CivilDay(clock.now + .days(count), in: town.town.timeZone).iso }
        let form = ReserveActivationForm([
            "decidedBy": "Mme Dupont, maire", "why": "Crue de la Durance", "from": day(0), "until": day(days),
        ])
        try await ReserveKeeping(house).callOut(form, by: boss, in: town)
        return try await house.read(town.town) { try ReserveActivations($0).all()[0] }
    }

    /// A request that nobody answered before the organisations' turn: the owner's two hours are over.
    func openRequestForOrganisations(_ changes: [String: String] = [:]) async throws -> ID<HelpRequest> {
        let id = try await openRequest(changes)
        await work()
        try await leaveReferent()
        return id
    }

    func leaveReferent() async throws {
        clock.move(.hours(2))
        await work()
    }

    func organisationAsks(_ request: ID<HelpRequest>) async throws -> [OrganisationAsk] {
        try await house.read(town.town) { try OrganisationAsks($0).of(request) }
    }

    /// What was said by whom, in the order in which they were asked: `fournil declined`.
    func organisationAnswers(_ request: ID<HelpRequest>) async throws -> [String] {
        try await house.read(town.town) { scope in
            try OrganisationAsks(scope).of(request).map { ask in
                "\(try Organisations(scope).find(ask.organisation)?.name ?? "") \(ask.answer?.rawValue ?? "asked")"
            }
        }
    }

    func organisationMails(_ organisation: String) -> [MailMessage] {
        mailer.sent.filter { $0.to.address == "\(organisation)@organisations.test" }
    }

    /// The link in the last mail to it.
    func organisationToken(_ organisation: String) throws -> Token {
        guard let token = organisationMails(organisation).compactMap(\.organisationToken).last else { throw Refusal.notFound }
        return token
    }

    func answer(_ organisation: String, _ reply: OrganisationAnswering.Reply, name: String? = nil) async throws {
        clock.move(.milliseconds(1))
        try await OrganisationAnswering(house).answer(try organisationToken(organisation), reply, name: name, in: town)
        await work()
    }

    func organisationPage(_ organisation: String) async throws -> OrganisationQuestion {
        try await OrganisationAnswering(house).question(try organisationToken(organisation), in: town)
    }
}

extension MailMessage {
    var organisationToken: Token? { text.firstMatch(of: /\/organisation\/([A-Za-z0-9_-]{43})/).flatMap { Token(text: $0.output.1) } }
}
