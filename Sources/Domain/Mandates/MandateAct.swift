/// One line of the journal that the represented person reads: who did what in their name, and when (never the content: P-05).
public struct MandateAct: Sendable, Equatable {
    public var id: ID<MandateAct>
    public var mandate: ID<Mandate>
    public var deed: Mandate.Deed
    public var actor: ID<Person>
    public var request: ID<HelpRequest>?
    public var at: Moment

    public init(
        id: ID<MandateAct>, mandate: ID<Mandate>, deed: Mandate.Deed, actor: ID<Person>, request: ID<HelpRequest>?, at: Moment
    ) {
        self.id = id
        self.mandate = mandate
        self.deed = deed
        self.actor = actor
        self.request = request
        self.at = at
    }
}

/// Somebody whom the represented person lets read that journal, by a link of their own.
public struct MandateReader: Sendable, Equatable {
    public var mandate: ID<Mandate>
    public var name: String
    public var email: EmailAddress
    public var agreedAt: Moment
    /// Who wrote the agreement down; nil where the represented person did it themselves.
    public var heardBy: ID<Person>?

    public init(mandate: ID<Mandate>, name: String, email: EmailAddress, agreedAt: Moment, heardBy: ID<Person>?) {
        self.mandate = mandate
        self.name = name
        self.email = email
        self.agreedAt = agreedAt
        self.heardBy = heardBy
    }
}

/// The form that names that one reader.
public struct MandateReaderForm: Sendable, Equatable {
    public static let names = ["readerName", "readerEmail"]
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public func read() throws(Refusal) -> (name: String, email: EmailAddress) {
        var reader = FormReader()
        let name = reader.required("readerName", reader.line("readerName", fields["readerName"], atMost: 60), else: "refusal.firstName")
        let typed = reader.email("readerEmail", fields["readerEmail"])
        let email = reader.required("readerEmail", typed, else: "refusal.email")
        try reader.finish()
        guard let name, let email else { throw Refusal(.invalid, "refusal.form") }
        return (name, email)
    }
}
