import Foundation

extension AskForm {
    /// Checks the questions of one page.
    public func check(_ step: Step, _ choices: Choices) throws(Refusal) {
        var reader = FormReader()
        switch step {
        case .what: _ = category(&reader, choices)
        case .when: _ = wanted(&reader, choices)
        case .place: _ = place(&reader, choices)
        case .who: _ = beneficiary(&reader)
        case .details: _ = texts(&reader)
        case .contact: _ = asker(&reader)
        case .check: notice(&reader)
        }
        try reader.finish()
    }

    /// The first page that still lacks something, `check` when all is there.
    public func firstOpenStep(_ choices: Choices) -> Step {
        for step in Step.allCases where step != .check {
            do { try check(step, choices) } catch { return step }
        }
        return .check
    }

    /// Everything at once, as JSON and the phone form bring it.
    /// - Parameter isSpoken: on the telephone nobody has to say who they are, nor to have a number.
    public func read(_ choices: Choices, isSpoken: Bool = false) throws(Refusal) -> NewRequest {
        var reader = FormReader()
        let category = category(&reader, choices)
        let wanted = wanted(&reader, choices)
        let place = place(&reader, choices)
        let beneficiary = beneficiary(&reader)
        let (details, constraints) = texts(&reader)
        let asker = asker(&reader, isSpoken: isSpoken)
        notice(&reader)
        try reader.finish()
        guard let category, let wanted, let asker else { throw Refusal(.invalid, "refusal.form") }
        return NewRequest(
            category: category, wanted: wanted, neighbourhood: place.neighbourhood, place: place.text, spot: place.spot,
            askedFirst: askedFirst(place), details: details,
            constraints: constraints, criteria: criteria, insists: self["sure"] == "yes", asker: asker, beneficiary: beneficiary,
            mandate: mandate,
            offer: self["offer"].flatMap { ID(text: $0) })
    }

    /// Ticked on the telephone or by a professional; nobody who asks for themselves is made to.
    private var criteria: Set<Criterion> { Set(Criterion.allCases.filter { self[$0.field] == "yes" }) }

    private func category(_ reader: inout FormReader, _ choices: Choices) -> Category? {
        let chosen = choices.categories.first { $0.isActive && $0.key == self["category"] }
        return reader.required("category", chosen, else: "refusal.category")
    }

    func wanted(_ reader: inout FormReader, _ choices: Choices) -> WhenWanted? {
        switch self["when"] {
        case "now": return .now
        case "date": return date(&reader, choices).map(WhenWanted.on)
        case "every":
            let rhythm = self["rhythm"].flatMap(WhenWanted.Rhythm.init)
            return reader.required("rhythm", rhythm, else: "refusal.rhythm").map(WhenWanted.every)
        default: return reader.required("when", nil, else: "refusal.when")
        }
    }

    /// A day from today to a year ahead, typed as `2026-11-21` or `21/11/2026`.
    private func date(_ reader: inout FormReader, _ choices: Choices) -> Moment? {
        guard let day = CivilDay(self["date"] ?? "") else { return reader.required("date", nil, else: "refusal.date") }
        let midnight = day.midnight(in: choices.zone)
        let today = LocalTime(choices.now, in: choices.zone).midnight
        guard midnight >= today else { return reader.required("date", nil, else: "refusal.datePast") }
        guard midnight - today <= .days(366) else { return reader.required("date", nil, else: "refusal.dateFar") }
        return midnight
    }

    private func place(_ reader: inout FormReader, _ choices: Choices) -> PlaceForm.Answer {
        PlaceForm(fields).read(&reader, choices.neighbourhoods, choices.place)
    }

    /// A wish that the place cannot fulfil is no mistake: everybody near is asked then.
    private func askedFirst(_ place: PlaceForm.Answer) -> PlaceScope? {
        let scope = self["askedFirst"].flatMap(PlaceScope.init)
        return switch scope {
        case .building: place.spot?.house == nil ? nil : scope
        case .street: place.spot == nil ? nil : scope
        case .neighbourhood: place.neighbourhood == nil ? nil : scope
        case nil: nil
        }
    }

    private func beneficiary(_ reader: inout FormReader) -> NewRequest.Beneficiary? {
        switch self["for"] {
        case "me": return nil
        case "other":
            let first = reader.line("otherFirstName", self["otherFirstName"], atMost: 60)
            let last = reader.line("otherLastName", self["otherLastName"], atMost: 60)
            let phone = reader.phone("otherPhone", self["otherPhone"])
            let known = reader.required("otherFirstName", first, else: "refusal.firstName")
            return known.map { NewRequest.Beneficiary(name: .init(first: $0, last: last), phone: phone) }
        default:
            if mandate == nil { reader.refuse("for", "refusal.for") }
            return nil
        }
    }

    func texts(_ reader: inout FormReader) -> (String?, String?) {
        (reader.text("details", self["details"], atMost: 1_000), reader.text("constraints", self["constraints"], atMost: 500))
    }

    private func asker(_ reader: inout FormReader, isSpoken: Bool = false) -> NewRequest.Asker? {
        let typed = reader.line("firstName", self["firstName"], atMost: 60)
        let first = isSpoken ? typed ?? "" : reader.required("firstName", typed, else: "refusal.firstName")
        let last = reader.line("lastName", self["lastName"], atMost: 60)
        let email = reader.email("email", self["email"])
        let phone = reader.phone("phone", self["phone"])
        if !isSpoken, mandate == nil, email == nil, phone == nil { reader.refuse("email", "refusal.contact") }
        return first.map { NewRequest.Asker(name: .init(first: $0, last: last), email: email, phone: phone) }
    }

    private func notice(_ reader: inout FormReader) {
        if self["notice"] != "yes" { reader.refuse("notice", "refusal.notice") }
    }
}
