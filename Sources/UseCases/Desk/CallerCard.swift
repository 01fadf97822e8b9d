import Domain
import Persistence

/// Whom an operator speaks with: what the town knows of them, what is open, what was, who acts for them.
public struct CallerCard: Sendable {
    /// Ended requests that are shown.
    static let remembered = 5

    public struct Acting: Sendable {
        public var name: String
        /// Nil for the town's own structure.
        public var relation: Mandate.Relation?
        public var endsAt: Moment?
    }

    public var person: Person
    public var live: [HelpRequest]
    /// The latest.
    public var past: [HelpRequest]
    public var acting: [Acting]
    /// What the desk was to ring them for.
    public var toTell: DueCaller?

    init?(_ id: ID<Person>, for actor: Actor, _ now: Moment, in scope: TownTransaction) throws {
        guard let person = try People(scope).find(id) else { return nil }
        self.person = person
        let requests = try HelpRequests(scope).about(id).filter(actor.maySpeak)
        live = requests.filter(\.isLive)
        past = Array(requests.filter { !$0.isLive }.prefix(Self.remembered))
        toTell = CallQueue(try CallQueueListing(scope).of(.person(id)), locks: [], now: now).find(.person(id))
        let mandates = try Mandates(scope).given(by: [id]).filter { $0.isInForce(now) }
        let holders = try People(scope).find(mandates.compactMap(\.holder))
        acting = mandates.map { mandate in
            Acting(
                name: mandate.holder.flatMap { holders[$0]?.shownName } ?? "", relation: mandate.holder == nil ? nil : mandate.relation,
                endsAt: mandate.endsAt)
        }
    }
}
