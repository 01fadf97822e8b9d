import Domain
import Persistence

extension Mandating {
    /// A mandate as a referent opens it to ring the represented person; whose number was shown is journaled.
    public struct Dossier: Sendable {
        public var line: Line
        /// Whom the town knows by the number that was given.
        public var known: [KnownCaller]
        public var now: Moment
        public var mandate: Mandate { line.mandate }
    }

    public func dossier(_ id: ID<Mandate>, by actor: Actor, in facts: TownFacts) async throws -> Dossier {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let mandate = try overseen(id, by: actor, in: scope)
            try journal(.readContact, by: actor.person, on: mandate, in: scope)
            let known = try namesakes(of: mandate, for: actor, in: scope)
            return Dossier(line: try line(mandate, in: scope), known: known.map { KnownCaller(id: $0.id, name: $0.shownName) }, now: now)
        }
    }

    /// What the represented person said. A yes makes it hold at once, a no forgets it, nobody at home counts as an attempt. Harmless when it
    /// was said already.
    public func record(_ form: MandateAnswerForm, of id: ID<Mandate>, by actor: Actor, in facts: TownFacts) async throws {
        let now = house.world.now()
        try await house.write(facts.town) { scope in
            var mandate = try overseen(id, by: actor, in: scope)
            guard mandate.mayBeConfirmed(now) else { return }
            let before = mandate.represented
            switch try form.read(knowing: try namesakes(of: mandate, for: actor, in: scope).map(\.id)) {
            case .yes(let channel, let known):
                if let known { try join(&mandate, to: known, in: scope) }
                try confirm(&mandate, channel, by: actor, facts.town, in: scope, now: now)
                if mandate.represented != before { try Mandates(scope).forget(before) }
            case .no:
                try journal(.decided, by: actor.person, on: mandate, for: "mandate_declined", in: scope)
                try MandateLetters(house: house, town: facts.town).declined(mandate, in: scope)
                try end(&mandate, by: actor.person, in: scope, now: now)
            case .unreachable:
                mandate.attempts += 1
                try Mandates(scope).save(mandate)
            }
        }
    }

    private func confirm(
        _ mandate: inout Mandate, _ channel: Mandate.Confirmation.Channel, by actor: Actor, _ town: Town, in scope: TownTransaction,
        now: Moment
    ) throws {
        guard mandate.represented != mandate.holder else { throw Refusal(.forbidden, "refusal.ownMandate") }
        try mandate.confirm(channel, by: actor, now: now, zone: town.timeZone)
        try Mandates(scope).save(mandate)
        for var other in try Mandates(scope).given(by: [mandate.represented]) where replaces(mandate, other) {
            // One of each holder is enough, and the last word counts.
            if other.close(by: actor.person, now: now) { try Mandates(scope).save(other) }
        }
        try Consents(scope).insert(
            Consent(
                id: house.world.id(), person: mandate.represented, purpose: .notice, subject: mandate.id.bytes, textVersion: "1",
                channel: channel == .phone ? .phone : .paper, collectedBy: actor.person, givenAt: now))
        try journal(.granted, by: actor.person, on: mandate, in: scope)
        try MandateLetters(house: house, town: town).confirmed(mandate, in: scope, now: now)
    }

    private func replaces(_ mandate: Mandate, _ other: Mandate) -> Bool {
        other.id != mandate.id && other.holder == mandate.holder && other.state == .confirmed
    }

    func overseen(_ id: ID<Mandate>, by actor: Actor, in scope: TownTransaction) throws -> Mandate {
        guard let mandate = try Mandates(scope).find(id), mandate.isOverseen(by: actor) else { throw Refusal.notFound }
        return mandate
    }

    /// A human said that they are one person.
    private func join(_ mandate: inout Mandate, to known: ID<Person>, in scope: TownTransaction) throws {
        mandate.represented = known
        mandate.neighbourhood = try People(scope).find(known)?.neighbourhood ?? mandate.neighbourhood
    }

    /// Others with that number in this guide's reach, whom the person may be; nobody for a mandate that was confirmed before.
    private func namesakes(of mandate: Mandate, for actor: Actor, in scope: TownTransaction) throws -> [Person] {
        guard mandate.state == .pending, let person = try People(scope).find(mandate.represented), let phone = person.phone else {
            return []
        }
        let waiting = try Mandates(scope).provisional()
        return try People(scope).withPhone(phone).filter { one in
            one.id != person.id && one.id != mandate.holder && !waiting.contains(one.id)
                && (one.neighbourhood == nil || actor.mayGuide(one.neighbourhood))
        }
    }
}
