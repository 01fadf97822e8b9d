/// « Toujours disponible pour aider ? »: asked of a helper who has given no sign of life for a month, by mail, or once by a referent's voice.
public struct ReserveCheck: Sendable, Equatable {
    public enum Answer: String, Sendable, CaseIterable, Codable { case yes, pause, stop }

    /// A helper who chose a rest is not asked for so many months.
    public static let pauseMonths = 3
    /// What was asked by mail is forgotten after so many months.
    public static let keptMonths = 12

    public var id: ID<ReserveCheck>
    public var person: ID<Person>
    /// They read no mail: it is for a referent to ask.
    public var isByVoice: Bool
    public var sentAt: Moment
    public var answer: Answer?
    public var answeredAt: Moment?

    public init(id: ID<ReserveCheck>, person: ID<Person>, isByVoice: Bool, sentAt: Moment) {
        self.id = id
        self.person = person
        self.isByVoice = isByVoice
        self.sentAt = sentAt
    }
}
