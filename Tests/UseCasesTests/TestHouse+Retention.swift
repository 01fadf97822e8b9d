import Database
import Domain
import Persistence
import TestSupport
@testable import UseCases

extension TestHouse {
    var officer: Actor { Actor(person: cast.officer.id, roles: [Role(.dpo)]) }

    func move(to moment: Moment) { clock.move(moment - clock.now) }

    func retain() async throws { try await Retention(house).run(in: try facts()) }

    /// As the settings are now.
    func facts() throws -> TownFacts {
        guard let facts = house.towns.town(id: town.town.id) else { throw Refusal.notFound }
        return facts
    }

    func due(_ subject: RetentionRule.Subject) async throws -> Int {
        let report = try await Retention(house).report(by: officer, in: try facts().town)
        return report.lines.first { $0.rule.subject == subject }?.due?.count ?? 0
    }

    func runs() async throws -> [RetentionRun] { try await Retention(house).report(by: officer, in: try facts().town).runs }

    func count(_ table: SQL, _ id: [UInt8]) async throws -> Int {
        try await house.read(town.town) { scope in
            try scope.sql.value("/* test */ SELECT count(*) FROM \(table) WHERE town_id = \(scope.town) AND id = \(id)") ?? -1
        }
    }

    func set(_ table: SQL, _ assignment: SQL, _ id: [UInt8]) async throws {
        _ = try await house.write(town.town) { scope in
            try scope.sql.run("/* test */ UPDATE \(table) SET \(assignment) WHERE town_id = \(scope.town) AND id = \(id)")
        }
    }

    func keptOffer(of person: Person) async throws -> Offer {
        let offer = Offer(
            id: house.world.id(), person: person.id, category: town.categories[0].id, neighbourhood: nil, details: "mot secret",
            createdAt: clock.now)
        try await house.write(town.town) { try Offers($0).insert(offer) }
        return offer
    }

    /// One thing of a subject that began its term at a moment.
    func make(_ subject: RetentionRule.Subject, began: Moment) async throws -> [UInt8] {
        switch subject {
        case .endedUnanswered: return try await ended(as: nil, at: began)
        case .fulfilledRequests: return try await ended(as: .helped, at: began)
        case .withdrawnOffers:
            let offer = try await keptOffer(of: cast.karim)
            try await set("offers", "status = 'withdrawn', updated_at = \(began)", offer.id.bytes)
            return offer.id.bytes
        case .messages: return try await message(endedAt: began)
        case .sentMails:
            let mail = OutboundMail(
                id: house.world.id(), recipient: EmailAddress("a@b.test")!, letter: Letter(kind: "test", subject: "s", paragraphs: ["p"]),
                language: "fr", createdAt: began - .minutes(1))
            try await house.write(town.town) { scope in
                try OutboundMails(scope).insert(mail)
                try OutboundMails(scope).markSent(mail.id, now: began)
            }
            return mail.id.bytes
        case .consentProofs: return try await consentProof(began)
        case .answeredRights: return try await answeredRight(began)
        case .decidedReports: return try await decidedReport(began)
        case .noShows: return try await struckNoShow(began)
        case .peopleWithoutRequest:
            let person = Person(id: house.world.id(), firstName: "Passante", channel: .phone, createdAt: began)
            try await house.write(town.town) { try People($0).insert(person) }
            return person.id.bytes
        case .stoppedOrganisations:
            var one = Organisation(
                id: house.world.id(), kind: .association, name: "Le Fournil", email: EmailAddress("f@b.test")!, owner: cast.martine.id,
                createdAt: began - .days(9))
            one.switched(on: false, at: began)
            try await house.write(town.town) { [one] in try Organisations($0).save(one) }
            return one.id.bytes
        case .endedActivations:
            let one = ReserveActivation(
                id: house.world.id(), decidedBy: "Mme Dupont", why: "mot secret", from: began - .days(2), until: began,
                recordedBy: cast.administrator.id, recordedAt: began - .days(2))
            try await house.write(town.town) { try ReserveActivations($0).insert(one) }
            return one.id.bytes
        case .calls:
            var one = Call(id: house.world.id(), by: cast.attendant.id, now: began - .minutes(5))
            try one.end(as: .oriented, by: cast.attendant.id, now: began)
            try await house.write(town.town) { [one] in try Calls($0).insert(one) }
            return one.id.bytes
        case .concerns:
            let clock = RungClock(town.town, at: began)
            var one = Concern(
                id: house.world.id(), kind: .health, by: cast.martine.id, at: began - .days(1), owner: cast.administrator.id, clock: clock)
            one.close(.seen, nil, now: began)
            try await house.write(town.town) { [one] in try Concerns($0).insert(one) }
            return one.id.bytes
        case .duties:
            let one = Duty(id: house.world.id(), from: began - .hours(8), until: began, person: cast.attendant.id)
            try await house.write(town.town) { try Duties($0).insert(one) }
            return one.id.bytes
        case .unansweredRequests, .unansweredOffers, .inactiveAccounts: throw Refusal.notFound
        }
    }

    private func ended(as outcome: Outcome.Result?, at moment: Moment) async throws -> [UInt8] {
        let id = try await openRequest()
        try await set("help_requests", "status = 'closed', is_public = 0, closed_at = \(moment), outcome = \(outcome)", id.bytes)
        return id.bytes
    }

    private func message(endedAt moment: Moment) async throws -> [UInt8] {
        try await makeHelper(cast.karim)
        let match = try await sayYes(cast.karim, to: try await openRequest())
        let message = Message(
            id: house.world.id(), match: match.id, author: .helper, authorID: cast.karim.id, body: "mot secret", sentAt: clock.now)
        _ = try await house.write(town.town) { try Messages($0).insert(message) }
        try await set("matches", "status = 'ended', ended_at = \(moment)", match.id.bytes)
        return message.id.bytes
    }

    private func consentProof(_ began: Moment) async throws -> [UInt8] {
        let id: ID<Consent> = house.world.id()
        _ = try await house.write(town.town) { scope in
            try scope.sql.run(
                """
                /* test */ INSERT INTO consent_proofs (town_id, id, pseudonym, purpose, text_version, channel, given_at, kept_from)
                VALUES (\(scope.town), \(id), \(id), 'notice', '1', 'web', \(began), \(began))
                """)
        }
        return id.bytes
    }

    private func decidedReport(_ began: Moment) async throws -> [UInt8] {
        var report = Report(
            id: house.world.id(), kind: .offer, subject: house.world.id(Offer.self).bytes, text: "mot secret", accused: cast.karim.id,
            form: ReportForm(reason: .other, words: "mot secret"), reporter: cast.lucie.id, language: "fr", createdAt: began)
        report.decision = .init(verdict: .dismissed, words: nil, by: cast.moderator.id, at: began)
        try await house.write(town.town) { [report] scope in
            _ = try Reports(scope).insert(report)
            try Reports(scope).saveDecision(report)
        }
        return report.id.bytes
    }

    private func struckNoShow(_ began: Moment) async throws -> [UInt8] {
        try await makeHelper(cast.karim)
        let match = try await sayYes(cast.karim, to: try await openRequest())
        let reported = NoShow(id: house.world.id(), match: match, notedAt: began)
        var struck = reported
        try struck.decide(keeps: false, by: cast.martine.id, at: began)
        try await house.write(town.town) { [struck] scope in
            _ = try NoShows(scope).insert(reported)
            try NoShows(scope).save(struck)
        }
        return reported.id.bytes
    }

    private func answeredRight(_ began: Moment) async throws -> [UInt8] {
        let id: ID<Consent> = house.world.id()
        _ = try await house.write(town.town) { scope in
            try scope.sql.run(
                """
                /* test */ INSERT INTO rights_requests
                  (town_id, id, reference, kind, door, answer_by, name, contact, language, received_at, due_at, answer, answered_at)
                VALUES (\(scope.town), \(id), \(id.text), 'access', 'web', 'letter', \(id), \(id), 'fr', \(began), \(began), 'done', \(began))
                """)
        }
        return id.bytes
    }
}
