/// Somebody who may be ringing: enough to tell namesakes apart on the telephone, and neither number nor address in full.
public struct FoundCaller: Sendable, Equatable {
    public var id: ID<Person>
    /// First and last name: the caller says them, the operator has to know that they are the same.
    public var name: String
    public var neighbourhood: ID<Neighbourhood>?
    public var bornOn: CivilDay?
    public var birthYear: Int?
    /// The last two digits, to be said by the caller.
    public var numberEnds: String?
    /// Requests that are not over.
    public var openRequests: Int
    /// The letters are the same, or the very house: not the sound or the beginning alone.
    public var isExact: Bool

    public init(_ person: Person, openRequests: Int, isExact: Bool) {
        id = person.id
        name = person.fullName
        neighbourhood = person.neighbourhood
        (bornOn, birthYear) = (person.bornOn, person.bornOn?.year ?? person.birthYear)
        numberEnds = person.phone.map { String($0.digits.suffix(2)) }
        self.openRequests = openRequests
        self.isExact = isExact
    }
}

/// Who may be meant: a handful, never a list of people.
public struct CallerFinding: Sendable, Equatable {
    /// At most so many.
    public static let most = 8

    public var callers: [FoundCaller]
    /// Others fit too: the operator asks for more (first name, street, year of birth).
    public var hasMore: Bool

    public static let nobody = CallerFinding(callers: [], hasMore: false)

    /// - Parameters:
    ///   - people: those that were looked at and fit, in any order.
    ///   - wasCut: there are more whom nobody looked at.
    public init(_ people: [(person: Person, openRequests: Int)], for query: CallerQuery, wasCut: Bool) {
        let found = people.map { FoundCaller($0.person, openRequests: $0.openRequests, isExact: query.fitsExactly($0.person)) }
        callers = Array(found.sorted(by: Self.isSurer).prefix(Self.most))
        hasMore = wasCut || found.count > Self.most
    }

    private init(callers: [FoundCaller], hasMore: Bool) { (self.callers, self.hasMore) = (callers, hasMore) }

    /// Same letters first, then who has something open, then by name.
    private static func isSurer(_ one: FoundCaller, _ other: FoundCaller) -> Bool {
        if one.isExact != other.isExact { return one.isExact }
        if (one.openRequests > 0) != (other.openRequests > 0) { return one.openRequests > 0 }
        return (one.name, one.id) < (other.name, other.id)
    }
}
