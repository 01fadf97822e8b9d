import Domain
import Persistence
import Secrets
import TestSupport
import Testing
@testable import UseCases

/// A town lived in: a row in every sealed table, each written by the use case that writes it, with words that stand nowhere else.
struct FullTown {
    /// What must not be readable in a copy of the database.
    static let secrets = [
        "Zéphyrine", "Quillebœuf", "+33698765432", "98765432", "zephyrine@marqueur.test", "impasse du Ouistiti", "chaussettes-indigo",
        "brouillon-cactus", "perroquet-mauve", "refus-ornithorynque", "appel-tamanoir", "invitee@marqueur.test", "nouvelle@marqueur.test",
        "entrante@marqueur.test", "inconnue@marqueur.test", "cle-libellule", "idee-salamandre", "temoin-narval", "droits-hermine",
        "Lectrice-belette", "lectrice@marqueur.test", "fournil@marqueur.test", "Repondante-lynx", "Mairesse-loutre", "crue-campagnol",
        "absence-cormoran", "appel-blaireau", "33698765411",
        "rappel-genette", "Clotilde-vison", "33698765412", "volets-fermes-musaraigne", "Dame-hermelin", "passation-gerboise",
    ]
    let test: TestHouse

    init(_ test: TestHouse) { self.test = test }

    func fill() async throws -> Requests.Created {
        let town = test.town
        try await moderation()
        try await test.makeHelper(test.cast.karim)
        let created = try await test.ask([
            "firstName": "Zéphyrine", "lastName": "Quillebœuf", "email": "zephyrine@marqueur.test", "phone": "06 98 76 54 32",
            "place": "3 impasse du Ouistiti", "details": "Il me faut des chaussettes-indigo.",
        ])
        await test.work()
        let match = try await test.sayYes(test.cast.karim, to: created.request.id)
        _ = try await Conversations(test.house).send(
            MessageForm(["message": "Le perroquet-mauve arrive."]), id: nil, through: .tracking(.link(created.tracking)), in: town)
        _ = try await DraftBox(test.house).save(["details": "brouillon-cactus"], kind: "request", token: nil, in: town.town)
        try await residents()
        try await test.house.write(town.town) { [now = test.clock.now] scope in
            _ = try NoShows(scope).insert(NoShow(id: test.house.world.id(), match: match, notedAt: now, askerWords: "absence-cormoran"))
            try IdempotencyKeys(scope).insert(.init(request: [1], text: "cle-libellule"), hash: .random(32), now: now)
            try Offers(scope).insert(
                Offer(
                    id: test.house.world.id(), person: test.cast.lucie.id, category: town.categories[0].id, neighbourhood: nil,
                    details: "chaussettes-indigo",
                    createdAt: now))
        }
        try await rightsAndReports()
        try await organisations(created.request.id)
        let call = try await Desk(test.house).begin(number: "06 98 76 54 11", by: test.attendant, in: town)
        let draft = CallForm(["details": "appel-blaireau", "phone": "06 98 76 54 11"])
        _ = try await Desk(test.house).save(draft, of: call, seen: 1, by: test.attendant, in: town)
        let promise = CallBackForm(["phone": "06 98 76 54 12", "reason": "missed", "name": "Clotilde-vison", "words": "rappel-genette"])
        try await CallingBack(test.house).promise(promise, by: test.attendant, in: town)
        let worry = ConcernForm(["kind": "health", "who": "Dame-hermelin", "words": "volets-fermes-musaraigne"])
        let concern = try await Concerning(test.house).raise(worry, on: .call(call), by: test.attendant, in: town)
        let boss = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        let end = ConcernEndForm(["result": "seen", "words": "volets-fermes-musaraigne"])
        try await test.house.write(town.town) { scope in
            guard var one = try Concerns(scope).find(concern) else { return }
            one.reminders = 1
            try Concerns(scope).save(one)
        }
        try await ConcernCare(test.house).close(.staff(concern, boss), end, in: town)
        let duty = try await test.duty(test.cast.attendant, from: 0, to: 8)
        try await HandingOver(test.house).handOver(
            HandOverForm(["note": "passation-gerboise"]), of: duty.id, by: test.attendant, in: town)
        try await test.addService("Épicerie", ["zone": "some", "zone-les-tilleuls": "yes"])
        return created
    }

    private func rightsAndReports() async throws {
        let (town, lucie) = (test.town, Actor(person: test.cast.lucie.id))
        let idea = ProposalForm(["label": "Poterie", "words": "idee-salamandre"])
        _ = try await Proposing(test.house).propose(idea, in: town, by: lucie)
        try await test.report(.offer(try await test.offer(of: test.cast.karim), lucie), .violence, words: "temoin-narval")
        let rights = RightsForm([
            "kind": "access", "name": "Zéphyrine Quillebœuf", "answerBy": "email", "email": "zephyrine@marqueur.test",
            "words": "droits-hermine",
        ])
        try await RightsDesk(test.house).ask(rights, id: RightsDesk(test.house).newID(), language: "fr", in: town)
        let mandate = try await test.structureForJeanne()
        let email = try #require(EmailAddress("lectrice@marqueur.test"))
        let reader = MandateReader(mandate: mandate, name: "Lectrice-belette", email: email, agreedAt: test.clock.now, heardBy: nil)
        try await test.house.write(town.town) { try MandateLinks($0).admit(reader, with: .random(32)) }
    }

    private func organisations(_ request: ID<HelpRequest>) async throws {
        let keeping = OrganisationKeeping(test.house)
        let form = OrganisationForm([
            "name": "Le Fournil", "kind": "association", "email": "fournil@marqueur.test", "language": "fr",
            "owner": test.cast.martine.id.text, "zone": "all", "takes": "all",
        ])
        try await keeping.add(form, by: test.boss, in: test.town)
        let known = try #require(try await keeping.all(by: test.boss, in: test.town).first)
        try await test.house.write(test.town.town) { [house = test.house, now = test.clock.now] scope in
            var ask = OrganisationAsk(
                id: house.world.id(), request: request, organisation: known.organisation.id, rung: .association, sentAt: now,
                dueAt: now + .hours(1))
            try OrganisationAsks(scope).insert(ask)
            ask.note(.declined, at: now)
            ask.answerer = "Repondante-lynx"
            try OrganisationAsks(scope).save(ask)
        }
        func day(_ count: Int) -> String { CivilDay(test.clock.now + .days(count), in: test.town.town.timeZone).iso }
        let decision = ReserveActivationForm(["decidedBy": "Mairesse-loutre", "why": "crue-campagnol", "from": day(0), "until": day(1)])
        try await ReserveKeeping(test.house).callOut(decision, by: test.boss, in: test.town)
    }

    private func residents() async throws {
        let town = test.town.town
        let boss = try await test.viewer(test.cast.administrator)
        let form = InvitationForm(["email": "invitee@marqueur.test", "role": "moderator"])
        try await Inviting(test.house).invite(form, by: boss, in: test.town)
        let entrant = try #require(EmailAddress("entrante@marqueur.test"))
        _ = try await SigningIn(test.house).ask(entrant, returnPath: nil, browser: nil, language: "fr", in: town)
        // A proved address whose person is not known yet.
        let unknown = try await SignInMail(test, to: "inconnue@marqueur.test")
        _ = try await SigningIn(test.house).enter(by: unknown.link, from: Browser(device: "Firefox"), in: town)
        let new = try #require(EmailAddress("nouvelle@marqueur.test"))
        _ = try await Account(test.house).askAddress(new, of: try await test.viewer(test.cast.lucie), in: town)
    }

    private func moderation() async throws {
        let id = try await test.openRequest(["details": "refus-ornithorynque", "email": "zephyrine@marqueur.test"])
        let (moderation, town) = (TextModeration(test.house), test.town)
        let moderator = Actor(person: test.cast.moderator.id, roles: [Role(.moderator)])
        let text = try #require(try await moderation.desk(skipping: [], by: moderator, in: town).text)
        try await moderation.decide(
            ["decision": "refuse", "reason": "paid", "words": "refus-ornithorynque"], on: .request, id.bytes,
            fingerprint: text.fingerprint, by: moderator, in: town)
        let asker = Actor(person: try #require(try await test.request(id)).asker)
        try await moderation.appeal(["words": "appel-tamanoir"], through: .account(id, asker), in: town)
        let decision = try #require(try await test.house.read(town.town) { try TextDecisions($0).latest(id.bytes) })
        let administrator = Actor(person: test.cast.administrator.id, roles: [Role(.administrator)])
        try await moderation.answer(["result": "upheld", "words": "appel-tamanoir"], to: decision.id, by: administrator, in: town)
    }
}
