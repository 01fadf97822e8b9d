/// What a visitor writes to the town: a question, or something that is not right.
public struct TownMessage: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable { case contact, report }

    /// What is reported.
    public enum Subject: String, Sendable, CaseIterable {
        case person, text, money, danger, data, other
    }

    public var kind: Kind
    public var subject: Subject?
    /// The page or the reference it is about.
    public var place: String?
    public var words: String
    public var name: String?
    public var email: EmailAddress?
    public var phone: PhoneNumber?

    /// Reads the form of `/contact` or `/signaler`. A question wants an answer, so it needs an address or a number; a report may be
    /// anonymous.
    public init(_ kind: Kind, _ fields: [String: String]) throws(Refusal) {
        var reader = FormReader()
        let subject = fields["subject"].flatMap(Subject.init(rawValue:))
        if kind == .report { _ = reader.required("subject", subject, else: "refusal.reportSubject") }
        let place = reader.line("place", fields["place"], atMost: 300)
        let words = reader.required("words", reader.text("words", fields["words"], atMost: 2_000), else: "refusal.words")
        let name = reader.line("name", fields["name"], atMost: 80)
        let email = reader.email("email", fields["email"])
        let phone = reader.phone("phone", fields["phone"])
        if kind == .contact, email == nil, phone == nil { reader.refuse("email", "refusal.contact") }
        try reader.finish()
        self.kind = kind
        self.subject = subject
        self.place = place
        self.words = words ?? ""
        self.name = name
        self.email = email
        self.phone = phone
    }
}
