/// What the represented person said of a mandate, heard by telephone or read on paper by a named person (compare `HeardAgreement`).
public enum MandateAnswer: Sendable, Equatable {
    /// - Parameter known: whom the town knows already by this number; nil for somebody new.
    case yes(Mandate.Confirmation.Channel, known: ID<Person>?)
    case no
    case unreachable
}

/// The form of it: field names and raw values.
public struct MandateAnswerForm: Sendable, Equatable {
    public static let names = ["answer", "channel", "noticeGiven", "known"]
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// - Parameter people: those with the number that was given; when there are any, the form says who of them it is.
    public func read(knowing people: [ID<Person>]) throws(Refusal) -> MandateAnswer {
        switch fields["answer"] {
        case "unreachable": return .unreachable
        case "no": return .no
        case "yes": return try yes(people)
        default: throw .invalid("answer", "refusal.agreementAnswer")
        }
    }

    private func yes(_ people: [ID<Person>]) throws(Refusal) -> MandateAnswer {
        var reader = FormReader()
        let channel = reader.required(
            "channel", fields["channel"].flatMap { Mandate.Confirmation.Channel(rawValue: $0) }, else: "refusal.agreementChannel")
        if fields["noticeGiven"] != "yes" { reader.refuse("noticeGiven", "refusal.noticeGiven") }
        let known = fields["known"].flatMap { text in people.first { $0.text == text } }
        if !people.isEmpty, known == nil, fields["known"] != "new" { reader.refuse("known", "refusal.known") }
        try reader.finish()
        guard let channel else { throw Refusal(.invalid, "refusal.form") }
        return .yes(channel, known: known)
    }
}
