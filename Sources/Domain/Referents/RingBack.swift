/// Something that must be told by voice (à rappeler).
public struct RingBack: Sendable, Equatable {
    public enum Reason: String, Sendable, CaseIterable, Codable {
        /// The person for whom somebody else asked: do they agree?
        case agreement
        case matched
        /// Whoever had said yes can no longer come; others are asked.
        case withdrawn
        case nobodyFound = "nobody_found"
        case outcome
        case message
        /// The request was closed without help; the person hears why.
        case cancelled
        /// What a moderator decided about the words of the request (P-12).
        case text
        /// A helper could come at another time: does that suit?
        case otherTime = "other_time"
        /// The helper says that they will be there.
        case confirmed
        /// Somebody could stand in for the helper of recurring help: would that suit?
        case secondPerson = "second_person"
    }
    public enum Result: String, Sendable, CaseIterable, Codable {
        case told
        case leftMessage = "left_message"
        case noAnswer = "no_answer"
        /// It need not be told any more.
        case settled
    }

    public var id: ID<RingBack>
    public var request: ID<HelpRequest>
    public var person: ID<Person>
    public var neighbourhood: ID<Neighbourhood>?
    public var reason: Reason
    public var createdAt: Moment
    public var dueAt: Moment
    public var attempts: Int
    public var lastResult: Result?
    public var doneAt: Moment?
    public var doneBy: ID<Person>?

    public init(
        id: ID<RingBack>, request: ID<HelpRequest>, person: ID<Person>, neighbourhood: ID<Neighbourhood>?, reason: Reason,
        createdAt: Moment, dueAt: Moment
    ) {
        self.id = id
        self.request = request
        self.person = person
        self.neighbourhood = neighbourhood
        self.reason = reason
        self.createdAt = createdAt
        self.dueAt = dueAt
        attempts = 0
    }
}
