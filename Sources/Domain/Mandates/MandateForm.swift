/// Who would act for whom, for what and how long: proposed by a neighbour, or opened by a referent for the structure.
public struct MandateForm: Sendable, Equatable {
    public static let names =
        ["firstName", "lastName", "phone", "neighbourhood", "relation", "months"] + Mandate.Power.allCases.map(\.rawValue)
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// Half a year, for what is needed most.
    public static let start = ["months": String(Mandate.usualTerm), "ask": "yes", "follow": "yes"]

    public struct Proposal: Sendable, Equatable {
        public var firstName: String
        public var lastName: String?
        public var phone: PhoneNumber?
        public var neighbourhood: ID<Neighbourhood>?
        /// Nil for the structure.
        public var relation: Mandate.Relation?
        public var powers: Set<Mandate.Power>
        public var months: Int
    }

    /// - Parameter kind: a proxy says who they are to the person, and gives a number at which the person can be heard.
    public func read(_ kind: Mandate.Kind, _ neighbourhoods: [Neighbourhood]) throws(Refusal) -> Proposal {
        var reader = FormReader()
        let first = reader.required("firstName", reader.line("firstName", fields["firstName"], atMost: 60), else: "refusal.firstName")
        let last = reader.line("lastName", fields["lastName"], atMost: 60)
        let phone = reader.phone("phone", fields["phone"])
        if kind == .proxy, phone == nil { reader.refuse("phone", "refusal.mandatePhone") }
        let place = reader.neighbourhood("neighbourhood", fields["neighbourhood"], among: neighbourhoods)
        var relation: Mandate.Relation?
        if kind == .proxy {
            relation = reader.required("relation", fields["relation"].flatMap { Mandate.Relation(rawValue: $0) }, else: "refusal.relation")
        }
        let powers = Set(Mandate.Power.allCases.filter { fields[$0.rawValue] == "yes" })
        if powers.isEmpty { reader.refuse("ask", "refusal.mandatePowers") }
        let months = fields["months"].flatMap { Int($0) }.flatMap { Mandate.terms.contains($0) ? $0 : nil }
        let term = reader.required("months", months, else: "refusal.mandateTerm")
        try reader.finish()
        guard let first, let term else { throw Refusal(.invalid, "refusal.form") }
        return Proposal(
            firstName: first, lastName: last, phone: phone, neighbourhood: place, relation: relation, powers: powers, months: term)
    }
}
