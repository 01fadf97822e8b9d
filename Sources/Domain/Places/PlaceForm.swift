/// The questions « where? » of every form: an address of the base, or a quartier, and the person's own words.
public struct PlaceForm: Sendable, Equatable {
    /// `addressChoice` is the label of one of the addresses proposed, or `words`: none of them.
    public static let names = ["address", "addressChoice", "neighbourhood", "place"]

    private let fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    /// What is to be looked up in the base; nil when nothing is.
    public var typedAddress: String? {
        if let choice = fields["addressChoice"], !choice.isEmpty, choice != "words" { return PlainText.line(choice) }
        let typed = PlainText.line(fields["address"] ?? "")
        return typed.isEmpty ? nil : typed
    }

    /// The address is kept as it was written, wherever that may be.
    public var keepsWords: Bool { fields["addressChoice"] == "words" }

    /// A place that was understood.
    public struct Answer: Sendable, Equatable {
        public var neighbourhood: ID<Neighbourhood>?
        /// Address and words, as whoever comes will read them.
        public var text: String?
        public var spot: Spot?
    }

    /// - Parameters:
    ///   - finding: what the base says of ``typedAddress``; nil without a base.
    ///   - isAsked: whether a quartier must be named when no address was found.
    public func read(
        _ reader: inout FormReader, _ neighbourhoods: [Neighbourhood], _ finding: PlaceFinding?, isAsked: Bool = true
    ) -> Answer {
        let words = reader.text("place", fields["place"], atMost: 300)
        guard let typed = typedAddress, let finding, !keepsWords else {
            let address = reader.line("address", typedAddress, atMost: 200)
            return Answer(
                neighbourhood: quartier(&reader, neighbourhoods, isAsked: isAsked && typedAddress == nil), text: Self.text(address, words))
        }
        guard typed.count <= 200 else {
            reader.refuse("address", "refusal.tooLong", ["limit": "200"])
            return Answer()
        }
        if let refusal = finding.address.refusal { reader.refuse(refusal.name, refusal.key, refusal.arguments) }
        guard case .found(let address) = finding.address else { return Answer() }
        return Answer(neighbourhood: finding.neighbourhood, text: Self.text(address.label, words), spot: finding.spot)
    }

    private func quartier(_ reader: inout FormReader, _ neighbourhoods: [Neighbourhood], isAsked: Bool) -> ID<Neighbourhood>? {
        let typed = fields["neighbourhood"] ?? ""
        // « Je ne sais pas » is an answer: a referent will place it.
        guard !neighbourhoods.isEmpty, typed != "unknown" else { return nil }
        let chosen = neighbourhoods.first { $0.slug == typed }?.id
        return isAsked ? reader.required("neighbourhood", chosen, else: "refusal.neighbourhood") : chosen
    }

    private static func text(_ address: String?, _ words: String?) -> String? {
        let lines = [address, words].compactMap(\.self)
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}

/// What the base says of a typed address, and where in the town that is.
public struct PlaceFinding: Sendable, Equatable {
    public var address: AddressFinding
    /// Of a found address; the quartier is the cell's where it has one.
    public var neighbourhood: ID<Neighbourhood>?
    public var spot: Spot?

    public init(address: AddressFinding, neighbourhood: ID<Neighbourhood>? = nil, spot: Spot? = nil) {
        self.address = address
        self.neighbourhood = neighbourhood
        self.spot = spot
    }
}
