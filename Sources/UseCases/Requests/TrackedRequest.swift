import Domain
import Persistence
import Secrets

/// What the one who asked sees of their request. Never a count of silent people.
public struct TrackedRequest: Sendable {
    public var request: HelpRequest
    public var asker: Person
    public var beneficiary: Person
    /// Who rings or answers if nobody else does.
    public var ownerName: String
    /// Who said yes, and has not withdrawn: first name and initial.
    public var helperName: String?
    public var match: Match?
    /// In the order in which they were said.
    public var outcomes: [Outcome]
    /// The last decision about its words, where it is still about those.
    public var decision: DecidedText?
    /// New contacts of whoever asked are stopped: the town itself answers for the request.
    public var isServedByTown: Bool
    /// They were told that it will end unless they still need it.
    public var isEnding = false
    /// The helper said that they will be there.
    public var isConfirmed = false
    /// Other times at which helpers could come, to be accepted or not.
    public var proposals: [TimeProposal] = []
    /// Whom else one may turn to, once neighbours could not help.
    public var services: [ServiceNow] = []
    public var now: Moment
    /// Under which whoever looks acts: of the person they see the name, and nothing else.
    public var mandate: Mandate?
    public var isUnderMandate: Bool { mandate != nil }

    public var ownOutcome: Outcome? { outcomes.first { $0.side == .asker } }
    /// Until a request is over its asker may change it, take it back, or say that it is done.
    public var isLive: Bool { request.isLive }
    /// An account's address is changed in the account, and nobody's under a mandate.
    public var mayChangeContact: Bool { !asker.hasAccount && !isUnderMandate }
    public var maySayOutcome: Bool {
        ownOutcome == nil && (request.status == .open || request.status == .matched || request.status == .closed)
    }
}

extension TrackedRequest {
    fileprivate mutating func hideContacts(from mandate: Mandate) {
        self.mandate = mandate
        asker = asker.withoutContacts
        beneficiary = beneficiary.withoutContacts
    }
}

extension Person {
    fileprivate var withoutContacts: Person {
        var person = self
        (person.email, person.phone, person.place, person.spot, person.birthYear) = (nil, nil, nil, nil, nil)
        return person
    }
}

extension Requests {
    /// Nil when no request has this link.
    public func tracked(_ token: Token, in facts: TownFacts) async throws -> TrackedRequest? {
        do {
            return try await tracked(.link(token), in: facts)
        } catch let refusal as Refusal where refusal.kind == .notFound {
            return nil
        }
    }

    /// - Throws: `notFound` for a wrong link, and for a request of somebody else.
    public func tracked(_ door: TrackingDoor, in facts: TownFacts) async throws -> TrackedRequest {
        let now = house.world.now()
        return try await house.read(facts.town) { scope in
            let request = try door.request(in: scope, now: now)
            let match = try Matches(scope).latest(for: request.id).flatMap { $0.status == .withdrawn ? nil : $0 }
            let ids = [request.asker, request.beneficiary, request.owner, match?.helper].compactMap(\.self)
            let people = try People(scope).find(ids)
            guard let asker = people[request.asker], let beneficiary = people[request.beneficiary] else { throw Refusal.notFound }
            var tracked = TrackedRequest(
                request: request, asker: asker, beneficiary: beneficiary, ownerName: people[request.owner]?.shownName ?? "",
                helperName: try match.flatMap { try MatchedName(scope: scope).of($0, people[$0.helper]) }, match: match,
                outcomes: try Outcomes(scope).of(request.id),
                decision: try TextDecisions(scope).current(about: request),
                isServedByTown: try request.isLive && ContactStops(scope).holds(anyOf: [request.asker, request.beneficiary]),
                isEnding: try request.isLive && RetentionNotices(scope).isWarned(.unansweredRequests, request.id.bytes), now: now)
            let day = match.flatMap { Appointment($0, request, in: facts.town.timeZone)?.day }
            tracked.isConfirmed =
                try match.flatMap { match in try day.flatMap { try Reminders(scope).find(match.id, day: $0) } }?.answer == .yes
            tracked.proposals = try TimeProposals(scope).waiting(for: request, now)
            if request.status == .open, !request.rung.asksHelpers {
                tracked.services = ServiceDirectory(house).beside([LoadCell(request.category, request.neighbourhood)], in: facts)
            }
            if let mandate = try door.mandate(in: scope, now: now) { tracked.hideContacts(from: mandate) }
            return tracked
        }
    }
}
