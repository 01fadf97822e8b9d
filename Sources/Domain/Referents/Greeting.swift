/// Somebody of a referent's quartier who would like a word from them. First name and initial only.
public struct Greeting: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A new account, or an invitation taken up.
        case welcome
        /// Willing for two weeks, and nobody has asked anything of them.
        case news
    }

    /// A newcomer is greeted within a month; a volunteer hears from somebody after two weeks, and again after three months.
    public static let welcomeTime = Duration.days(30)
    public static let patience = Duration.days(14)
    public static let newsHold = Duration.days(90)

    public var person: ID<Person>
    public var name: String
    public var neighbourhood: ID<Neighbourhood>?
    public var since: Moment
    public var isHelper: Bool

    public init(person: ID<Person>, name: String, neighbourhood: ID<Neighbourhood>?, since: Moment, isHelper: Bool) {
        self.person = person
        self.name = name
        self.neighbourhood = neighbourhood
        self.since = since
        self.isHelper = isHelper
    }
}
