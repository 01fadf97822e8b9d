/// The clocks of the ladder, by urgency: how long helpers have, and how long until the next wave.
enum LadderForm {
    private static let urgencies = ["Ordinary", "Soon", "Urgent"]

    /// Times of rungs, by urgency, under the prefix of their fields: in hours, and in minutes for what is urgent.
    private static let times: [(prefix: String, path: any WritableKeyPath<LadderSettings, [Int]> & Sendable)] = [
        ("helpers", \.helperMinutes), ("near", \.nearMinutes), ("referent", \.referentMinutes), ("organisation", \.organisationMinutes),
    ]
    private static let numbers: [(name: String, path: any WritableKeyPath<LadderSettings, Int> & Sendable, range: ClosedRange<Int>)] = [
        ("newcomerShare", \.newcomerShare, 0...100), ("widerFactor", \.widerFactor, 1...10),
        ("plannedFrom", \.plannedFrom, 2...1_000), ("wayRound", \.wayRound, 0...5_000),
    ]

    static func values(_ ladder: LadderSettings) -> [String: String] {
        var values = ["dayStartsAt": String(ladder.dayStartsAt), "dayEndsAt": String(ladder.dayEndsAt)]
        for (name, path, _) in numbers { values[name] = String(ladder[keyPath: path]) }
        for (index, urgency) in urgencies.enumerated() {
            for (prefix, path) in times { values["\(prefix)\(urgency)"] = String(ladder[keyPath: path][index] / unit(index)) }
            values["waveSize\(urgency)"] = String(ladder.waveSizes[index])
            values["wave\(urgency)"] = String(ladder.waveMinutes[index])
            values["target\(urgency)"] = String(ladder.target[index])
        }
        return values
    }

    static func change(_ settings: inout LadderSettings, _ fields: [String: String], _ reader: inout FormReader) {
        var ladder = settings
        for (prefix, path) in times {
            read(prefix, fields, 1...168, urgent: 5...10_080, &reader) { values in
                ladder[keyPath: path] = values.indices.map { values[$0] * unit($0) }
            }
        }
        read("waveSize", fields, 1...60, &reader) { ladder.waveSizes = $0 }
        read("wave", fields, 5...2_880, &reader) { ladder.waveMinutes = $0 }
        read("target", fields, 10...99, &reader) { ladder.target = $0 }
        for (index, urgency) in urgencies.enumerated() {
            if ladder.waveMinutes[index] > ladder.helperMinutes[index] { reader.refuse("wave\(urgency)", "refusal.waveTooLong") }
            if ladder.nearMinutes[index] > ladder.helperMinutes[index] { reader.refuse("near\(urgency)", "refusal.nearTooLong") }
        }
        for (name, path, range) in numbers {
            if let number = reader.number(name, fields[name], in: range) { ladder[keyPath: path] = number }
        }
        let start = reader.number("dayStartsAt", fields["dayStartsAt"], in: 6...12)
        let end = reader.number("dayEndsAt", fields["dayEndsAt"], in: 16...23)
        if let start, let end { (ladder.dayStartsAt, ladder.dayEndsAt) = (start, end) }
        settings = ladder
    }

    /// Minutes in what a field counts.
    private static func unit(_ index: Int) -> Int { index == Urgency.urgent.rawValue ? 1 : 60 }

    /// All three urgencies or none.
    private static func read(
        _ prefix: String, _ fields: [String: String], _ range: ClosedRange<Int>, urgent: ClosedRange<Int>? = nil,
        _ reader: inout FormReader, into set: ([Int]) -> Void
    ) {
        let values = urgencies.map { urgency in
            let name = prefix + urgency
            return reader.number(name, fields[name], in: urgency == "Urgent" ? urgent ?? range : range)
        }
        if values.allSatisfy({ $0 != nil }) { set(values.compactMap(\.self)) }
    }
}

/// The clocks in ordinary times, and after how long an unused offer rests.
enum OrdinaryLadderForm {
    static func values(_ town: Town) -> [String: String] {
        LadderForm.values(town.settings.ladder).merging(["reserveAfterDays": String(town.settings.reserveAfterDays)]) { $1 }
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        LadderForm.change(&town.settings.ladder, fields, &reader)
        if let days = reader.number("reserveAfterDays", fields["reserveAfterDays"], in: 7...365) { town.settings.reserveAfterDays = days }
    }
}
