import Domain
import Persistence

/// One request with its people, as its referent sees it.
public struct OpenedRequest: Sendable {
    public var request: HelpRequest
    public var asker: Person
    public var beneficiary: Person
    public var owner: KnownGuide
    /// Who said yes, while they help.
    public var helper: Person?
    public var takenBy: String?
    /// Made in the same call.
    public var beside: [HelpRequest]
    public var events: [RequestEvent]
    /// What is still to be told by voice.
    public var calls: [RingBack]
    /// Who could own it.
    public var guides: [KnownGuide]
    /// New contacts of whoever asked are stopped: only the town answers.
    public var stop: ContactStop?
    /// The organisation that is asked, or has it.
    public var organisation: AskedOrganisation?
    public var match: Match?
    /// Somebody withdrew shortly before the appointment, and nobody has seen to it.
    public var alarm: Alarm?
    /// The helper did not come, somebody says.
    public var noShow: NoShow?
    public var absentHelper: String?
    /// Of the next appointment.
    public var reminder: Reminder?
    /// On which day the helper is expected.
    public var expected: Appointment?
    /// Other times at which helpers could come; the answer may be heard on the telephone.
    public var proposals: [TimeProposal]
    /// Who could stand in for the helper, to be asked of an asker who reads no mail.
    public var second: ProposedSecond?
    public var now: Moment
}

/// An organisation at a request: until when it may answer, or since when it has it.
public struct AskedOrganisation: Sendable {
    public var name: String
    public var dueAt: Moment
    public var acceptedAt: Moment?
    /// As whoever answered typed it.
    public var answerer: String?
    /// Answerable for it on the town's side.
    public var ownerName: String
}

/// A referent or an administrator, by the name they are known by.
public struct KnownGuide: Sendable, Equatable {
    public var id: ID<Person>
    public var name: String
}

extension Referents {
    /// Opens a request of the own quartiers; whose contact data was shown is journaled.
    public func open(_ id: ID<HelpRequest>, by actor: Actor, in facts: TownFacts) async throws -> OpenedRequest {
        let now = house.world.now()
        return try await house.write(facts.town) { scope in
            let request = try guided(id, by: actor, in: scope)
            let match = try Matches(scope).active(for: id)
            let guides = try Guides(scope).all()
            let helper = match.flatMap { $0.origin == .organisation ? nil : $0.helper }
            let shown = [request.asker, request.beneficiary] + [helper].compactMap(\.self)
            let noShow = try NoShows(scope).about(id).first
            let others = guides + [request.owner] + [noShow?.helper, request.takenBy].compactMap(\.self)
            let people = try People(scope).find(shown + others)
            guard let asker = people[request.asker], let beneficiary = people[request.beneficiary] else { throw Refusal.notFound }
            try journalRead(of: shown, by: actor, for: "referent", in: scope)
            func guide(_ id: ID<Person>) -> KnownGuide { KnownGuide(id: id, name: people[id]?.shownName ?? "") }
            let expected = match.flatMap { Appointment($0, request, in: facts.town.timeZone) }
            let reminder = try match.flatMap { match in try expected?.day.flatMap { try Reminders(scope).find(match.id, day: $0) } }
            return OpenedRequest(
                request: request, asker: asker, beneficiary: beneficiary, owner: guide(request.owner),
                helper: helper.flatMap { people[$0] }, takenBy: request.takenBy.flatMap { people[$0]?.shownName },
                beside: try CallRequests(scope).beside(id).filter(actor.mayGuide),
                events: try RequestHistory(scope).events(of: request),
                calls: try RingBacks(scope).about(id).filter { $0.doneAt == nil }, guides: guides.map(guide),
                stop: try ContactStops(scope).of(try Stopping.Rows.of(asker, in: scope)).first(where: \.isStanding),
                organisation: try organisation(of: id, in: scope), match: match,
                alarm: try request.status == .open ? Alarms(scope).open(about: id) : nil, noShow: noShow,
                absentHelper: noShow.flatMap { people[$0.helper]?.shownName }, reminder: reminder, expected: expected,
                proposals: try TimeProposals(scope).waiting(for: request, now),
                second: asker.isMailed ? nil : try proposedSecond(for: request, facts.town, in: scope, now: now), now: now)
        }
    }

    private func organisation(of request: ID<HelpRequest>, in scope: TownTransaction) throws -> AskedOrganisation? {
        guard let ask = try OrganisationAsks(scope).of(request).last(where: { $0.answer == nil || $0.answer == .accepted }),
            let organisation = try Organisations(scope).find(ask.organisation)
        else { return nil }
        return AskedOrganisation(
            name: organisation.name, dueAt: ask.dueAt, acceptedAt: ask.answer == .accepted ? ask.answeredAt : nil,
            answerer: ask.answerer, ownerName: try People(scope).find(organisation.owner)?.shownName ?? "")
    }
}
