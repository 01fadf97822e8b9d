/// The one field of signing in.
public struct SignInForm: Sendable {
    public var email: String?

    public init(email: String?) { self.email = email }

    public func read() throws(Refusal) -> EmailAddress {
        var reader = FormReader()
        let address = reader.required("email", reader.email("email", email), else: "refusal.email")
        try reader.finish()
        guard let address else { throw .invalid("email", "refusal.email") }
        return address
    }
}
