extension Actor {
    /// Takes a request in hand: whoever guides it, and for as long as it lives whoever runs the desk.
    public func mayDispatch(_ request: HelpRequest) -> Bool { mayGuide(request) || (runsDesk && request.isLive) }
}
