/// The end of somebody's duty (passation): what was open went to the next, with a word.
public struct HandOver: Sendable, Equatable {
    /// What was written for the next one is of no use after a month.
    public static let noteKept = Duration.days(30)

    public var id: ID<HandOver>
    public var duty: ID<Duty>
    public var giver: ID<Person>
    public var taker: ID<Person>
    public var at: Moment
    public var note: String?
    /// Nobody pressed the button: the clock did it.
    public var isAutomatic = false
    public var carried = Carried()
    public var readAt: Moment?
    public var readBy: ID<Person>?

    /// How much went with it.
    public struct Carried: Sendable, Equatable {
        public var calls = 0
        public var requests = 0
        /// People who were promised a call.
        public var promises = 0

        public init(calls: Int = 0, requests: Int = 0, promises: Int = 0) {
            (self.calls, self.requests, self.promises) = (calls, requests, promises)
        }

        public var isNothing: Bool { calls == 0 && requests == 0 && promises == 0 }
    }

    public init(id: ID<HandOver>, duty: ID<Duty>, giver: ID<Person>, taker: ID<Person>, at: Moment, note: String? = nil) {
        (self.id, self.duty, self.giver, self.taker, self.at, self.note) = (id, duty, giver, taker, at, note)
    }
}

/// The word for whoever follows.
public struct HandOverForm: Sendable, Equatable {
    public static let limit = 2_000
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public func read() throws(Refusal) -> String? {
        var reader = FormReader()
        let note = reader.text("note", fields["note"], atMost: Self.limit)
        try reader.finish()
        return note
    }
}

extension Call {
    /// At the end of a shift: it waits for whoever follows, with all that was typed.
    public mutating func hand(to person: ID<Person>, now: Moment) {
        guard state != .ended, holder != person else { return }
        holder = person
        state = .kept
        version += 1
        savedAt = now
    }
}
