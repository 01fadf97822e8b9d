/// Where somebody guides requests: the whole town, or some quartiers.
public enum Guidance: Sendable, Equatable {
    case everywhere
    case quartiers([ID<Neighbourhood>])
}

extension Actor {
    public var isGuide: Bool { has(.referent) || has(.administrator) }

    public var guidance: Guidance {
        let referent = roles.filter { $0.kind == .referent }
        if has(.administrator) || referent.contains(where: { $0.neighbourhood == nil }) { return .everywhere }
        return .quartiers(referent.compactMap(\.neighbourhood))
    }

    /// Those of the own quartiers, and what was handed over to this person by name.
    public func isGuide(of request: HelpRequest) -> Bool {
        mayGuide(request.neighbourhood) || (isGuide && request.owner == person)
    }

    /// The same, and what an operator answers for as long as it is live.
    public func mayGuide(_ request: HelpRequest) -> Bool {
        isGuide(of: request) || (answersCalls && request.owner == person && request.isLive)
    }
}
