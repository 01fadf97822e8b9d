/// What the one who asked may change until the request is over: when, the words, how to be reached.
public struct ChangeForm: Sendable, Equatable {
    public static let names = ["when", "date", "rhythm", "details", "constraints", "sure", "email", "phone"]
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public struct Change: Sendable, Equatable {
        public var wanted: WhenWanted
        public var details: String?
        public var constraints: String?
        public var insists: Bool
        /// Nil when the asker has an account: there an address is changed after signing in, never by a link.
        public var contact: Contact?
    }

    public struct Contact: Sendable, Equatable {
        public var email: EmailAddress?
        public var phone: PhoneNumber?
    }

    /// - Throws: everything that is wrong, at once.
    public func read(_ request: HelpRequest, hasAccount: Bool, _ choices: AskForm.Choices) throws(Refusal) -> Change {
        var reader = FormReader()
        let asked = AskForm(fields)
        let wanted = keepsDay(of: request, choices) ? request.wanted : asked.wanted(&reader, choices)
        let (details, constraints) = asked.texts(&reader)
        var contact: Contact?
        if !hasAccount {
            let (email, phone) = (reader.email("email", fields["email"]), reader.phone("phone", fields["phone"]))
            if email == nil, phone == nil { reader.refuse("email", "refusal.contact") }
            contact = Contact(email: email, phone: phone)
        }
        try reader.finish()
        guard let wanted else { throw Refusal(.invalid, "refusal.form") }
        return Change(wanted: wanted, details: details, constraints: constraints, insists: fields["sure"] == "yes", contact: contact)
    }

    /// A day that was chosen before may have come meanwhile: leaving it is no mistake.
    private func keepsDay(of request: HelpRequest, _ choices: AskForm.Choices) -> Bool {
        guard fields["when"] == "date", case .on(let day) = request.wanted else { return false }
        return CivilDay(fields["date"] ?? "")?.midnight(in: choices.zone) == day
    }
}
