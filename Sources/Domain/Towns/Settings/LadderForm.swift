/// The clocks of the ladder, by urgency: how long helpers have, and how long until the next wave.
enum LadderForm {
    private static let urgencies = ["Ordinary", "Soon", "Urgent"]

    static func values(_ town: Town) -> [String: String] {
        let ladder = town.settings.ladder
        var values = [
            "waveSize": String(ladder.waveSize), "dayStartsAt": String(ladder.dayStartsAt), "dayEndsAt": String(ladder.dayEndsAt),
            "wayRound": String(ladder.wayRound),
        ]
        for (index, urgency) in urgencies.enumerated() where ladder.helperMinutes.indices.contains(index) {
            values["helpers\(urgency)"] = String(ladder.helperMinutes[index] / 60)
        }
        for (index, urgency) in urgencies.enumerated() where ladder.waveMinutes.indices.contains(index) {
            values["wave\(urgency)"] = String(ladder.waveMinutes[index])
        }
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        let hours = urgencies.map { reader.number("helpers\($0)", fields["helpers\($0)"], in: 1...168) }
        let minutes = urgencies.map { reader.number("wave\($0)", fields["wave\($0)"], in: 5...2_880) }
        for (index, pair) in zip(hours, minutes).enumerated() {
            guard let helpers = pair.0, let wave = pair.1, wave > helpers * 60 else { continue }
            reader.refuse("wave\(urgencies[index])", "refusal.waveTooLong")
        }
        if hours.allSatisfy({ $0 != nil }) { town.settings.ladder.helperMinutes = hours.map { ($0 ?? 1) * 60 } }
        if minutes.allSatisfy({ $0 != nil }) { town.settings.ladder.waveMinutes = minutes.map { $0 ?? 5 } }
        if let size = reader.number("waveSize", fields["waveSize"], in: 1...30) { town.settings.ladder.waveSize = size }
        if let metres = reader.number("wayRound", fields["wayRound"], in: 0...5_000) { town.settings.ladder.wayRound = metres }
        let start = reader.number("dayStartsAt", fields["dayStartsAt"], in: 6...12)
        let end = reader.number("dayEndsAt", fields["dayEndsAt"], in: 16...23)
        if let start, let end { (town.settings.ladder.dayStartsAt, town.settings.ladder.dayEndsAt) = (start, end) }
    }
}
