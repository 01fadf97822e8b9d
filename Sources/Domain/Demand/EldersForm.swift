/// How many people of 75 and over live in each quartier, as the census says: a figure of the town, nobody's name.
public struct EldersForm: Sendable, Equatable {
    public var fields: [String: String]

    public init(_ fields: [String: String]) { self.fields = fields }

    public static func name(_ neighbourhood: Neighbourhood) -> String { "elders-\(neighbourhood.slug)" }

    /// Nil takes a figure away.
    public func read(_ neighbourhoods: [Neighbourhood]) throws(Refusal) -> [ID<Neighbourhood>: Int?] {
        var reader = FormReader()
        var figures: [ID<Neighbourhood>: Int?] = [:]
        for neighbourhood in neighbourhoods {
            let name = Self.name(neighbourhood)
            let typed = PlainText.line(fields[name] ?? "")
            figures[neighbourhood.id] = .some(typed.isEmpty ? nil : reader.number(name, typed, in: 0...100_000))
        }
        try reader.finish()
        return figures
    }
}
