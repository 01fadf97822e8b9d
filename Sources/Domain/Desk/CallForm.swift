/// What is written down while somebody is on the telephone: one need or several, then for whom, where, and who calls.
public struct CallForm: Sendable, Equatable {
    public static let mostNeeds = 5
    /// Of each need; those after the first bear its number: `category-2`.
    private static let ofNeed = ["category", "when", "date", "rhythm", "details", "same"]
    private static let common =
        PlaceForm.names + Criterion.allCases.map(\.field) + [
            "for", "otherFirstName", "otherLastName", "otherPhone", "constraints", "sure", "firstName", "lastName", "email", "phone",
            "bornOn",
            "notice", "sharePhone",
            // Who calls among those whom the town knows: an id, or `new`.
            "known",
            // How many needs are on the screen, and earlier requests that are another need than these.
            "needs", "others",
        ]
    public static let names = Set(common + (1...mostNeeds).flatMap { need in ofNeed.map { name($0, need) } })

    public internal(set) var fields: [String: String]

    public init(_ fields: [String: String]) {
        self.fields = fields.filter { Self.names.contains($0.key) && !$0.value.isEmpty && $0.value.utf8.count <= 8_000 }
    }

    public subscript(name: String) -> String? {
        get { fields[name] }
        set { fields[name] = newValue }
    }

    public static func name(_ field: String, _ need: Int) -> String { need == 1 ? field : "\(field)-\(need)" }

    /// How many are on the screen.
    public var needCount: Int {
        min(max(fields["needs"].flatMap { Int($0) } ?? 1, (filled + joined.map(\.need)).max() ?? 1, 1), Self.mostNeeds)
    }

    /// Those of which something was said, and which are no request that was there already.
    public var filled: [Int] {
        (1...Self.mostNeeds).filter { need in
            fields[Self.name("same", need)] == nil && ["category", "details"].contains { fields[Self.name($0, need)] != nil }
        }
    }

    public mutating func addNeed() { fields["needs"] = String(min(needCount + 1, Self.mostNeeds)) }

    /// One need as the asking form has it. Who says nothing of when means soon, and of whom themselves.
    public func ask(_ need: Int) -> AskForm {
        var ask = AskForm(fields)
        for field in Self.ofNeed { ask[field] = fields[Self.name(field, need)] }
        ask["when"] = ask["when"] ?? "now"
        ask["for"] = ask["for"] ?? "me"
        if PlaceForm(fields).typedAddress == nil { ask["neighbourhood"] = ask["neighbourhood"] ?? "unknown" }
        return ask
    }

    /// The number, once it was typed in full.
    public var phone: PhoneNumber? { fields["phone"].flatMap(PhoneNumber.init) }

    /// Neither a number nor an address: the desk is whom the answer goes to, and the caller rings again.
    public var leavesNoContact: Bool { fields["phone"] == nil && fields["email"] == nil }

    /// - Parameter people: those whom the town knows by this number, and whoever was recognised; when there are any, the form says which one calls.
    /// - Throws: everything that is missing or wrong, at once.
    public func read(_ choices: AskForm.Choices, knowing people: [ID<Person>]) throws(Refusal) -> NewCall {
        var (requests, refused): ([NewRequest], [Refusal.Field]) = ([], [])
        for need in filled.isEmpty ? [1] : filled {
            do { requests.append(try ask(need).read(choices, isSpoken: true)) } catch { refused += renamed(error.fields, need) }
        }
        if phone != nil, !["yes", "no"].contains(fields["sharePhone"]) { refused.append(.init("sharePhone", "refusal.sharePhone")) }
        let caller = people.first { $0.text == fields["known"] }
        if !people.isEmpty, caller == nil, fields["known"] != "new" { refused.append(.init("known", "refusal.known")) }
        let bornOn = fields["bornOn"].flatMap { CivilDay($0) }
        if fields["bornOn"] != nil, bornOn == nil { refused.append(.init("bornOn", "refusal.bornOn")) }
        guard refused.isEmpty else { throw Refusal.invalid(refused.uniqued) }
        return NewCall(
            requests: requests, caller: caller, bornOn: bornOn, sharesPhone: phone != nil && fields["sharePhone"] == "yes")
    }

    private func renamed(_ fields: [Refusal.Field], _ need: Int) -> [Refusal.Field] {
        fields.map { Self.ofNeed.contains($0.name) ? .init(Self.name($0.name, need), $0.key, $0.arguments) : $0 }
    }
}

/// A call that was understood.
public struct NewCall: Sendable, Equatable {
    /// One for each need, all of the same people at the same place.
    public var requests: [NewRequest]
    /// Somebody the town knows already; nil for a new person.
    public var caller: ID<Person>?
    /// Told to tell namesakes apart.
    public var bornOn: CivilDay?
    /// The helper may have the caller's number.
    public var sharesPhone: Bool
}

extension [Refusal.Field] {
    /// What is wrong with a field that all needs share is said once.
    fileprivate var uniqued: Self {
        reduce(into: []) { list, field in
            if !list.contains(where: { $0.name == field.name }) { list.append(field) }
        }
    }
}
