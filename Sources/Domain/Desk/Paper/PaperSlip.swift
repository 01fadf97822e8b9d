/// One thing that was printed to be entered later: a blank intake sheet, or a row of a day list.
public struct PaperSlip: Sendable, Equatable {
    /// Blank sheets lie in a drawer until the day without network comes.
    public static let blankLife = Duration.days(400)
    /// What was printed of a day's list is entered within days.
    public static let rowLife = Duration.days(14)
    public static let mostCopies = 50

    public var code: PaperCode
    public var printing: ID<Printing>
    /// Its place in the printing, from 1.
    public var number: Int
    /// Nil for a blank intake sheet.
    public var request: ID<HelpRequest>?
    /// A row of the list of calls to make.
    public var ringBack: ID<RingBack>?
    public var printedAt: Moment
    public var printedBy: ID<Person>
    public var expiresAt: Moment
    public var entry: Entry?

    /// Sheets that were printed together.
    public enum Printing {}

    /// What became of it once it was typed.
    public struct Entry: Sendable, Equatable {
        public var at: Moment
        public var by: ID<Person>
        /// Of an intake sheet.
        public var call: ID<Call>?
        /// Of a row.
        public var result: PaperResult?

        public init(at: Moment, by: ID<Person>, call: ID<Call>? = nil, result: PaperResult? = nil) {
            (self.at, self.by, self.call, self.result) = (at, by, call, result)
        }
    }

    public init(
        code: PaperCode, printing: ID<Printing>, number: Int, request: ID<HelpRequest>? = nil, ringBack: ID<RingBack>? = nil,
        by person: ID<Person>, now: Moment
    ) {
        (self.code, self.printing, self.number, self.request, self.ringBack) = (code, printing, number, request, ringBack)
        (printedAt, printedBy) = (now, person)
        expiresAt = now + (request == nil ? Self.blankLife : Self.rowLife)
    }

    public var isIntake: Bool { request == nil }

    /// - Throws: `conflict` for what was entered already; nothing is entered twice.
    public mutating func enter(_ entry: Entry) throws(Refusal) {
        guard self.entry == nil else { throw Refusal(.conflict, "refusal.paperEntered") }
        self.entry = entry
    }

    /// How many copies somebody asked for.
    public static func copies(_ typed: String?) throws(Refusal) -> Int {
        guard let count = typed.map(PlainText.line).flatMap({ Int($0) }), (1...mostCopies).contains(count) else {
            throw .invalid("copies", "refusal.copies", ["most": String(mostCopies)])
        }
        return count
    }
}
