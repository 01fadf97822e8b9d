/// An administrator invites somebody to a role.
public struct InvitationForm: Sendable {
    public var fields: [String: String]

    public init(_ fields: [String: String] = [:]) { self.fields = fields }

    public struct Invited: Sendable, Equatable {
        public var email: EmailAddress
        public var role: Role
    }

    /// A quartier counts for a referent only; none is the whole town.
    public func read(_ neighbourhoods: [Neighbourhood]) throws(Refusal) -> Invited {
        var reader = FormReader()
        let email = reader.required("email", reader.email("email", fields["email"]), else: "refusal.email")
        let kind = reader.required("role", Role.Kind(rawValue: fields["role"] ?? ""), else: "refusal.role")
        var neighbourhood: ID<Neighbourhood>?
        if kind == .referent, let slug = fields["neighbourhood"], !slug.isEmpty {
            neighbourhood = reader.required(
                "neighbourhood", neighbourhoods.first { $0.slug == slug }?.id, else: "refusal.neighbourhood")
        }
        try reader.finish()
        guard let email, let kind else { throw .invalid("email", "refusal.email") }
        return Invited(email: email, role: Role(kind, neighbourhood: neighbourhood))
    }
}
