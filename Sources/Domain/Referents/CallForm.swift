/// What a referent or an agent writes down while somebody is on the telephone: a request, without an e-mail address and without a mandate.
public struct CallForm: Sendable, Equatable {
    /// Beside those of `AskForm`: who the caller is among the people with this number (`new`, or an id), and the agreement to pass it on.
    public static let names = AskForm.Step.allCases.flatMap { AskForm.names[$0] ?? [] } + ["known", "sharePhone", "entry"]

    public var ask: AskForm
    public var known: String?
    public var sharePhone: String?
    /// Given with the empty page, so that a form sent twice makes one request.
    public var entry: ID<HelpRequest>?

    public init(_ fields: [String: String]) {
        ask = AskForm(fields)
        known = fields["known"]
        sharePhone = fields["sharePhone"]
        entry = fields["entry"].flatMap { ID(text: $0) }
    }

    /// The number, once it was typed in full.
    public var phone: PhoneNumber? { ask["phone"].flatMap(PhoneNumber.init) }

    /// - Parameter people: those whom the town knows by this number; when there are any, the form says which one calls.
    public func read(_ choices: AskForm.Choices, knowing people: [ID<Person>]) throws(Refusal) -> NewCall {
        var fields: [Refusal.Field] = []
        var request: NewRequest?
        do { request = try ask.read(choices) } catch {
            // A call without a number is told so in the words of this page.
            fields = error.fields.filter { $0.key != "refusal.contact" && $0.name != "phone" }
        }
        if phone == nil { fields.append(Refusal.Field("phone", ask["phone"]?.isEmpty == false ? "refusal.phone" : "refusal.callerPhone")) }
        if !["yes", "no"].contains(sharePhone) { fields.append(Refusal.Field("sharePhone", "refusal.sharePhone")) }
        let caller = known.flatMap { text in people.first { $0.text == text } }
        if !people.isEmpty, caller == nil, known != "new" { fields.append(Refusal.Field("known", "refusal.known")) }
        guard fields.isEmpty, let request else { throw Refusal.invalid(fields) }
        return NewCall(request: request, known: caller, sharesPhone: sharePhone == "yes", entry: entry)
    }
}

/// A call that was understood.
public struct NewCall: Sendable, Equatable {
    public var request: NewRequest
    /// Somebody the town knows already; nil for a new person.
    public var known: ID<Person>?
    /// The helper of this request may have the caller's number.
    public var sharesPhone: Bool
    public var entry: ID<HelpRequest>?
}
