import Domain
import Persistence

/// One line of the list of conversations.
public struct ListedConversation: Sendable {
    public var line: ConversationLine
    /// First name and initial.
    public var otherName: String
}

/// Somebody's conversations, by what they do in them.
public struct ConversationList: Sendable {
    public var asHelper: [ListedConversation]
    public var asAsker: [ListedConversation]
}

extension Conversations {
    public func list(of person: ID<Person>, in facts: TownFacts) async throws -> ConversationList {
        try await house.read(facts.town) { scope in
            let listing = ConversationListing(scope)
            let (helping, asking) = (try listing.asHelper(person), try listing.asAsker(person))
            let people = try People(scope).find(Array(Set((helping + asking).map(\.other))))
            func named(_ lines: [ConversationLine]) -> [ListedConversation] {
                lines.map { ListedConversation(line: $0, otherName: people[$0.other]?.shownName ?? "") }
            }
            let asked = try named(asking).map { one in
                var one = one
                if let organisation = try Organisations(scope).accepting(one.line.match) { one.otherName = organisation.name }
                return one
            }
            return ConversationList(asHelper: named(helping), asAsker: asked)
        }
    }
}
