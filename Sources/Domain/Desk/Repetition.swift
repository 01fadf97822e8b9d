/// What somebody may be asking for a second time: a need of the call, and a request of the same people or the same home.
public struct Repetition: Sendable, Equatable {
    public var need: Int
    public var request: HelpRequest
}

extension CallForm {
    /// Requests that were said to be another need than those of this call.
    public var others: Set<ID<HelpRequest>> {
        Set((fields["others"] ?? "").split(separator: ",").compactMap { ID(text: $0) })
    }

    public mutating func note(other request: ID<HelpRequest>) {
        fields["others"] = others.union([request]).map(\.text).sorted().joined(separator: ",")
    }

    /// Needs that are a request which was there already; what was typed of them stays, should it be another after all.
    public var joined: [(need: Int, request: ID<HelpRequest>)] {
        (1...Self.mostNeeds).compactMap { need in fields[Self.name("same", need)].flatMap { ID(text: $0) }.map { (need, $0) } }
    }

    public mutating func join(_ need: Int, to request: ID<HelpRequest>?) { fields[Self.name("same", need)] = request?.text }

    /// What was served or taken back is asked for anew, not again.
    /// - Parameter earlier: requests of these days, of the same people, number or home.
    public func repetitions(among earlier: [HelpRequest], _ categories: [Category]) -> [Repetition] {
        let others = others
        return filled.flatMap { need -> [Repetition] in
            guard let key = fields[Self.name("category", need)], let category = categories.first(where: { $0.key == key }) else {
                return []
            }
            return earlier.filter { $0.category == category.id && $0.isLive && !others.contains($0.id) }
                .map { Repetition(need: need, request: $0) }
        }
    }
}
