/// What makes a need pressing at the phone desk, for how long a need counts as asked for already, and how long a duty may be.
enum DeskForm {
    private static func box(_ criterion: Criterion) -> String { "urgent-\(criterion.rawValue)" }

    private static func limit(_ cap: DutyCaps.Cap) -> String { "duty-\(cap.rawValue)" }

    static func values(_ town: Town) -> [String: String] {
        let (rule, days) = (town.settings.urgency, town.settings.repeatDays)
        var values = ["raising": String(rule.raising), "repeatDays": String(days)]
        for cap in DutyCaps.Cap.allCases { values[limit(cap)] = String(town.settings.duty.hours(of: cap)) }
        for criterion in Criterion.allCases { values[box(criterion)] = rule.urgent.contains(criterion) ? "yes" : "" }
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        town.settings.urgency.urgent = Criterion.allCases.filter { fields[box($0)] == "yes" }
        if let count = reader.number("raising", fields["raising"], in: 0...Criterion.allCases.count) {
            town.settings.urgency.raising = count
        }
        if let days = reader.number("repeatDays", fields["repeatDays"], in: 1...60) { town.settings.repeatDays = days }
        // A form of before there was a roster says nothing of it.
        guard fields.keys.contains(where: { $0.hasPrefix("duty-") }) else { return }
        let caps = town.settings.duty
        town.settings.duty.longest = reader.number(limit(.longest), fields[limit(.longest)], in: 1...24) ?? caps.longest
        town.settings.duty.week = reader.number(limit(.week), fields[limit(.week)], in: 1...168) ?? caps.week
        town.settings.duty.rest = reader.number(limit(.rest), fields[limit(.rest)], in: 0...48) ?? caps.rest
    }
}
