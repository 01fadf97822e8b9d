import Foundation

/// What is known of a request about one's rights when it comes in.
public struct NewRightsRequest: Sendable, Equatable {
    public var kind: RightsRequest.Kind
    public var answerBy: RightsRequest.AnswerBy
    public var name: String
    public var contact: String
    public var words: String?

    public init(kind: RightsRequest.Kind, answerBy: RightsRequest.AnswerBy, name: String, contact: String, words: String? = nil) {
        self.kind = kind
        self.answerBy = answerBy
        self.name = name
        self.contact = contact
        self.words = words
    }
}

/// The form of `/vos-droits`, and the agent's for a letter or a call.
public struct RightsForm: Sendable {
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public func read() throws(Refusal) -> NewRightsRequest {
        var reader = FormReader()
        let new = read(&reader)
        try reader.finish()
        guard let new else { throw Refusal(.invalid, "refusal.form") }
        return new
    }

    /// What an agent adds: how it came, and on which day the letter arrived. Never a day to come.
    public func readEntry(now: Moment, in zone: TimeZone) throws(Refusal) -> (NewRightsRequest, RightsRequest.Door, receivedAt: Moment) {
        var reader = FormReader()
        let door = fields["door"].flatMap(RightsRequest.Door.init(rawValue:)).flatMap { $0 == .web ? nil : $0 }
        let known = reader.required("door", door, else: "refusal.rights.door")
        let day = reader.required("receivedOn", CivilDay(fields["receivedOn"] ?? ""), else: "refusal.rights.day")
        let receivedAt = day?.midnight(in: zone)
        if let receivedAt, receivedAt > now { reader.refuse("receivedOn", "refusal.rights.day") }
        let new = read(&reader)
        try reader.finish()
        guard let new, let known, let receivedAt else { throw Refusal(.invalid, "refusal.form") }
        return (new, known, receivedAt)
    }

    private func read(_ reader: inout FormReader) -> NewRightsRequest? {
        let kind = reader.required("kind", fields["kind"].flatMap(RightsRequest.Kind.init(rawValue:)), else: "refusal.rights.kind")
        let words = reader.text("words", fields["words"], atMost: 4_000)
        let name = reader.required("name", reader.line("name", fields["name"], atMost: 120), else: "refusal.rights.name")
        let way = fields["answerBy"].flatMap(RightsRequest.AnswerBy.init(rawValue:))
        let answerBy = reader.required("answerBy", way, else: "refusal.rights.answerBy")
        let contact = answerBy.flatMap { whereToAnswer($0, &reader) }
        guard let kind, let name, let answerBy, let contact else { return nil }
        return NewRightsRequest(kind: kind, answerBy: answerBy, name: name, contact: contact, words: words)
    }

    private func whereToAnswer(_ way: RightsRequest.AnswerBy, _ reader: inout FormReader) -> String? {
        switch way {
        case .email: reader.required("email", reader.email("email", fields["email"]), else: "refusal.email")?.text
        case .phone: reader.required("phone", reader.phone("phone", fields["phone"]), else: "refusal.phone")?.text
        case .letter: reader.required("address", reader.text("address", fields["address"], atMost: 300), else: "refusal.rights.address")
        }
    }
}
