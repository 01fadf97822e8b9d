import Domain
import Persistence
import Secrets

/// What an organisation sees behind its link: the need; and whom it helps once it has accepted, until a week after the end.
public struct OrganisationQuestion: Sendable {
    public var standing: OrganisationStanding
    public var organisation: Organisation
    public var category: Category
    public var neighbourhood: Neighbourhood?
    public var wanted: WhenWanted
    /// Approved words only.
    public var publicText: String?
    public var dueAt: Moment
    public var taken: Taken?
    public var now: Moment

    /// What it sees of those it helps, and no more than they agreed to show.
    public struct Taken: Sendable {
        public var reference: Reference
        /// First name and initial (G-03).
        public var askerName: String
        public var beneficiaryName: String?
        public var contacts: [ContactSharing.Kind: String]
        public var beneficiaryPhone: String?
        public var details: String?
        public var constraints: String?
        public var messages: [Message]
        /// Nobody can be written to who has no e-mail.
        public var otherIsMailed: Bool
        public var ownerName: String
        public var outcome: Outcome?
        /// The same form sent twice is one message.
        public var nextMessage: ID<Message>
        fileprivate var answerable: ID<Person>
        fileprivate var read: [ID<Person>] = []
    }
}

extension OrganisationAnswering {
    /// Whose telephone or address was shown is journaled, in the name of whoever is answerable for the organisation.
    /// - Throws: `notFound` when no ask of this town has the link.
    public func question(_ token: Token, in facts: TownFacts) async throws -> OrganisationQuestion {
        let question = try await house.read(facts.town) { scope in
            try described(try find(token, in: scope, facts), facts, in: scope)
        }
        guard let taken = question.taken, !taken.read.isEmpty else { return question }
        try await house.write(facts.town) { [house] scope in
            for person in taken.read {
                let entry = JournalEntry(
                    at: question.now, actor: taken.answerable, action: .readContact, subjectKind: "people", subject: person.bytes,
                    purpose: "organisation")
                try Journal(scope).append(entry, id: house.world.id())
            }
        }
        return question
    }

    private func described(_ asked: Asked, _ facts: TownFacts, in scope: TownTransaction) throws -> OrganisationQuestion {
        guard let category = try Categories(scope).find(asked.request.category) else { throw Refusal.notFound }
        let request = asked.request
        return OrganisationQuestion(
            standing: asked.standing, organisation: asked.organisation, category: category,
            neighbourhood: facts.neighbourhood(request.neighbourhood), wanted: request.wanted,
            publicText: request.review == .approved ? request.publicText : nil, dueAt: asked.ask.dueAt,
            taken: try taken(asked, in: scope), now: asked.now)
    }

    private func taken(_ asked: Asked, in scope: TownTransaction) throws -> OrganisationQuestion.Taken? {
        let request = asked.request
        guard let match = asked.match, asked.ask.match == match.id, match.isOpenForWords(now: asked.now) else { return nil }
        let people = try People(scope).find([request.asker, request.beneficiary, request.owner])
        guard let asker = people[request.asker] else { return nil }
        let beneficiary = request.isForSomebodyElse ? people[request.beneficiary] : nil
        let contacts = try contacts(of: asker, in: match, scope)
        let phone = try beneficiary.flatMap { try self.contacts(of: $0, in: match, scope)[.phone] }
        return OrganisationQuestion.Taken(
            reference: request.reference, askerName: asker.shownName, beneficiaryName: beneficiary?.shownName, contacts: contacts,
            beneficiaryPhone: phone, details: request.isHeld ? nil : request.details, constraints: request.constraints,
            messages: try Messages(scope).of(match.id).filter { $0.isDelivered || $0.author == .helper }, otherIsMailed: asker.isMailed,
            ownerName: people[request.owner]?.shownName ?? "",
            outcome: try Outcomes(scope).of(request.id).first { $0.side == .helper && $0.match == match.id },
            nextMessage: house.world.id(), answerable: match.helper,
            read: [contacts.isEmpty ? nil : request.asker, phone == nil ? nil : request.beneficiary].compactMap(\.self))
    }

    /// What somebody agreed to show whoever helps; a body has no number of its own to give in return.
    private func contacts(of person: Person, in match: Match, _ scope: TownTransaction) throws -> [ContactSharing.Kind: String] {
        let shown = try Consents(scope).inForce(of: person.id).shared(in: match)
        var contacts: [ContactSharing.Kind: String] = [:]
        if shown.contains(.phone) { contacts[.phone] = person.phone?.spoken }
        if shown.contains(.email) { contacts[.email] = person.email?.text }
        return contacts
    }
}
