import Domain
import JobQueue
import Localization
import Persistence
import Secrets

/// Everything that is written when somebody asks: the people, the request, the proof of the notice, the receipt, the first rung's job.
struct NewRequestRecord: Sendable {
    let new: NewRequest
    let actor: Actor
    let language: String
    let door: HelpRequest.Door
    let town: Town
    let house: House
    let tracking: Token
    /// What the phone door knows beside the request.
    var heard: Heard?

    /// Who calls, and for whom: nil for somebody new.
    struct Heard: Sendable {
        var asker: ID<Person>?
        var beneficiary: ID<Person>?
        var sharesPhone = false
    }

    /// What has to be found before anything is written.
    struct Ground: Equatable {
        var owner: ID<Person>
        /// Who asks, if the town knows them.
        var asker: Person?
        /// Whose help is asked for by name, if it is still offered.
        var offer: ID<Offer>?
    }

    /// The draft as it stands if it fits what is found, else all anew.
    func write(_ draft: NewRequestDraft?, in scope: TownTransaction) throws -> HelpRequest {
        let ground = try ground(in: scope)
        let request = try draft?.write(on: ground, in: scope) ?? write(on: ground, in: scope)
        try right?.note(.asked, on: request.id, id: house.world.id(), in: scope, now: house.world.now())
        return request
    }

    private func ground(in scope: TownTransaction) throws -> Ground {
        guard let owner = try Roles(scope).owner(for: new.neighbourhood, at: house.world.now()) else {
            throw Refusal(.conflict, "refusal.townHasNoOwner")
        }
        house.owners[town.id, new.neighbourhood] = owner
        return Ground(owner: owner, asker: try known(in: scope).flatMap { try People(scope).find($0) }, offer: try publicOffer(in: scope))
    }

    var mayBeOfSomebodyKnown: Bool { known != nil || right != nil }

    private var right: MandateRight? { new.mandate.map { MandateRight($0, actor) } }

    /// Under a mandate it is the represented person who asks.
    private func known(in scope: TownTransaction) throws -> ID<Person>? {
        guard let right else { return known }
        return try right.allow(.ask, in: scope, now: house.world.now()).represented
    }

    /// Who writes down for a caller is not the asker.
    private var known: ID<Person>? { door == .web || door == .api ? actor.person : heard?.asker }

    /// Writes and reads nothing, so that it can be done before the transaction.
    func write(on ground: Ground, in scope: TownTransaction) throws -> HelpRequest {
        let now = house.world.now()
        let asker = try asker(ground, now, in: scope)
        let beneficiary = try beneficiary(of: asker, now, in: scope)
        let request = request(asker, beneficiary, ground, now)
        try HelpRequests(scope).insert(request, trackingHash: tracking.hash, mayBePublic: new.category.mayBePublic)
        try consents(of: asker, to: request, now, in: scope)
        if request.status == .awaitingAgreement {
            try RingBacks(scope).insert(ringBack(.agreement, request, due: request.rungDue ?? now, now))
        } else {
            try Ladder.start(request, in: scope, now: now)
        }
        try Post(house: house, town: town).send(receipt(request, asker, now), to: asker, in: scope)
        return request
    }

    private func consents(of asker: Person, to request: HelpRequest, _ now: Moment, in scope: TownTransaction) throws {
        let isSpoken = door == .phone || door == .referent
        let proof = ConsentProof(house: house, town: town, language: language)
        let heard = ConsentProof.Circumstances(
            subject: request.id.bytes, channel: isSpoken ? .phone : .web, collectedBy: request.takenBy, at: now)
        try proof.give(isSpoken ? .callNotice : .readNotice, by: asker.id, heard, in: scope)
        if self.heard?.sharesPhone == true { try proof.give(.givePhone, by: asker.id, heard, in: scope) }
    }

    private func asker(_ ground: Ground, _ now: Moment, in scope: TownTransaction) throws -> Person {
        if let person = ground.asker { return try keepingPlace(person, in: scope) }
        let person = Person(
            id: house.world.id(), firstName: new.asker.name.first.isEmpty ? nameless : new.asker.name.first, lastName: new.asker.name.last,
            email: new.asker.email,
            phone: new.asker.phone, language: language, channel: new.asker.email == nil ? .phone : .email,
            neighbourhood: new.beneficiary == nil ? new.neighbourhood : nil, place: new.beneficiary == nil ? new.place : nil,
            spot: new.beneficiary == nil ? new.spot : nil, createdAt: now)
        try People(scope).insert(person)
        return person
    }

    /// Who gave no name on the telephone.
    private var nameless: String { Post(house: house, town: town).localizer(language)("call.nameless") }

    /// Where they said to come, if it is to themselves.
    private func keepingPlace(_ person: Person, in scope: TownTransaction) throws -> Person {
        guard new.beneficiary == nil else { return person }
        var person = person
        if let place = new.place { (person.place, person.spot) = (place, new.spot) }
        person.neighbourhood = person.neighbourhood ?? new.neighbourhood
        try People(scope).save(person)
        return person
    }

    private func beneficiary(of asker: Person, _ now: Moment, in scope: TownTransaction) throws -> Person {
        guard let other = new.beneficiary else { return asker }
        if let known = try heard?.beneficiary.flatMap({ try People(scope).find($0) }) { return known }
        let person = Person(
            id: house.world.id(), firstName: other.name.first, lastName: other.name.last, phone: other.phone, language: language,
            channel: .phone, neighbourhood: new.neighbourhood, place: new.place, spot: new.spot,
            createdAt: now)
        try People(scope).insert(person)
        return person
    }

    private func request(
        _ asker: Person, _ beneficiary: Person, _ ground: Ground, _ now: Moment
    ) -> HelpRequest {
        let clock = RungClock(town, at: now)
        let urgency = Urgency(new.wanted, new.criteria, by: town.settings.urgency, now: now)
        let promise = clock.helpersUntil(from: now, urgency: urgency)
        let waits = beneficiary.id != asker.id
        let start = LadderPath.start(new.category, new.criteria)
        var request = HelpRequest(
            id: house.world.id(), reference: Reference(random: house.world.random), category: new.category.id,
            neighbourhood: new.neighbourhood,
            asker: asker.id, beneficiary: beneficiary.id, wanted: new.wanted, urgency: urgency, door: door,
            takenBy: door == .phone || door == .referent || right != nil ? actor.person : nil, details: new.details,
            constraints: new.constraints,
            status: waits ? .awaitingAgreement : .open, rung: waits ? .referent : start,
            rungDue: waits ? promise : clock.until(start, from: now, urgency: urgency, promise: promise), owner: ground.owner,
            createdAt: now)
        (request.offer, request.criteria) = (ground.offer, new.criteria)
        request.promisedBy = promise
        request.start(Publication.start(of: new.details, in: new.category, town.settings))
        (request.cell, request.askedFirst) = (new.spot?.cell, new.askedFirst)
        return request
    }

    /// An offer that is still there, for what is asked; else the request goes to everybody.
    private func publicOffer(in scope: TownTransaction) throws -> ID<Offer>? {
        guard let id = new.offer, let offer = try OfferListing(scope, now: house.world.now()).find(id), offer.category == new.category.id
        else {
            return nil
        }
        return id
    }

    private func ringBack(_ reason: RingBack.Reason, _ request: HelpRequest, due: Moment, _ now: Moment) -> RingBack {
        RingBack(
            id: house.world.id(), request: request.id, person: request.beneficiary, neighbourhood: request.neighbourhood, reason: reason,
            createdAt: now, dueAt: due)
    }

    /// The receipt that the law asks for (CRPA L112-8, P-11): date, service in charge, how to reach it.
    private func receipt(_ request: HelpRequest, _ asker: Person, _ now: Moment) -> Letter {
        let t = Post(house: house, town: town).localizer(asker.language)
        return Letter(
            kind: "receipt", subject: t("mail.receipt.subject", ["reference": request.reference.text]),
            paragraphs: [
                t("mail.greeting", ["name": asker.firstName]),
                t("mail.receipt.body", ["date": t.date(now.milliseconds), "town": town.name, "reference": request.reference.text]),
            ],
            actions: [.init(label: t("mail.receipt.button"), url: "\(house.base(of: town))/suivi/\(tracking.text)")],
            afterwards: [t("mail.receipt.keep"), town.settings.phone.map { t("mail.receipt.phone", ["phone": $0]) } ?? ""]
                .filter { !$0.isEmpty })
    }
}
