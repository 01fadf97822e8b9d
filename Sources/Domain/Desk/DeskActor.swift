extension Actor {
    /// Takes the town's calls.
    public var answersCalls: Bool { isGuide }
}
