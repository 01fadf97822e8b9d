import Domain
import Persistence
import Secrets

extension Mandating {
    /// The journal of what was done in somebody's name.
    public struct Acts: Sendable {
        public struct Entry: Sendable {
            public var act: MandateAct
            /// First name and initial.
            public var actorName: String
            public var reference: Reference?
        }

        public var line: Line
        public var entries: [Entry]
        public var mayRevoke: Bool
        public var mayChooseReader: Bool
        public var now: Moment
    }

    /// - Throws: `notFound` to whoever may not read it, the holder included. A look is itself journaled.
    public func acts(through door: MandateDoor, in facts: TownFacts) async throws -> Acts {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let (mandate, part) = try door.open(in: scope)
            guard part.mayReadActs else { throw Refusal.notFound }
            let acts = try MandateActs(scope).of(mandate.id)
            let people = try People(scope).find(Array(Set(acts.map(\.actor))))
            let requests = try HelpRequests(scope)
            let entries = try acts.map { act in
                Acts.Entry(
                    act: act, actorName: people[act.actor]?.shownName ?? "",
                    reference: try act.request.flatMap { try requests.find($0)?.reference })
            }
            try journal(.readContact, by: part.person, on: mandate, for: "mandate_acts", in: scope)
            return Acts(
                line: try line(mandate, in: scope), entries: entries, mayRevoke: part.mayRevoke && mandate.standing(now) == .confirmed,
                mayChooseReader: part.mayChooseReader, now: now)
        }
    }

    /// The page that proves it, for whoever has a part in it but a mere reader.
    public func proof(through door: MandateDoor, in facts: TownFacts) async throws -> (line: Line, confirmedBy: String?, now: Moment) {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let (mandate, part) = try door.open(in: scope)
            guard part.mayRevoke, mandate.confirmation != nil else { throw Refusal.notFound }
            let hearer = try mandate.confirmation.flatMap { try People(scope).find($0.by) }
            try journal(.printed, by: part.person, on: mandate, in: scope)
            return (try line(mandate, in: scope), hearer?.shownName, now)
        }
    }

    /// The represented person lets one more read the acts, in the place of whoever read before; that one gets a link by mail.
    public func admit(_ form: MandateReaderForm, through door: MandateDoor, in facts: TownFacts) async throws {
        let (name, email) = try form.read()
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            let (mandate, part) = try door.open(in: scope)
            guard part.mayChooseReader else { throw Refusal.notFound }
            guard mandate.isInForce(now) else { throw Refusal(.conflict, "refusal.mandateOver") }
            let links = try MandateLinks(scope)
            if let known = try links.reader(of: mandate.id), known.name == name, known.email == email { return }
            var heardBy: ID<Person>?
            if case .guide(let person) = part { heardBy = person }
            let token = Token()
            let reader = MandateReader(mandate: mandate.id, name: name, email: email, agreedAt: now, heardBy: heardBy)
            try links.admit(reader, with: token.hash)
            try journal(.granted, by: part.person, on: mandate, for: "mandate_reader", in: scope)
            try MandateLetters(house: house, town: facts.town).admitted(reader, of: mandate, token, in: scope)
        }
    }

    /// Nobody but the represented person and the town reads it any more. Harmless when nobody did.
    public func dismissReader(through door: MandateDoor, in facts: TownFacts) async throws {
        try await house.write(facts.town) { scope in
            let (mandate, part) = try door.open(in: scope)
            guard part.mayChooseReader else { throw Refusal.notFound }
            guard try MandateLinks(scope).reader(of: mandate.id) != nil else { return }
            try MandateLinks(scope).forgetReader(of: mandate.id)
            try journal(.revoked, by: part.person, on: mandate, for: "mandate_reader", in: scope)
        }
    }
}
