/// The phone desk (conciergerie): who takes calls, and who answers for what others took.
extension Actor {
    public var answersCalls: Bool { has(.operator) || isGuide }

    /// Sees what waits at the desk, whoever took it, and takes calls over. A referent holds the own calls only.
    public var runsDesk: Bool { has(.operator) || has(.administrator) }

    /// What an operator may say of a request on the telephone is its state, never whose it is.
    public func maySpeak(of request: HelpRequest) -> Bool {
        runsDesk || mayGuide(request) || (answersCalls && request.takenBy == person)
    }
}
