/// What makes a need pressing at the phone desk, and for how long a need counts as asked for already.
enum DeskForm {
    private static func box(_ criterion: Criterion) -> String { "urgent-\(criterion.rawValue)" }

    static func values(_ town: Town) -> [String: String] {
        let (rule, days) = (town.settings.urgency, town.settings.repeatDays)
        var values = ["raising": String(rule.raising), "repeatDays": String(days)]
        for criterion in Criterion.allCases { values[box(criterion)] = rule.urgent.contains(criterion) ? "yes" : "" }
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        town.settings.urgency.urgent = Criterion.allCases.filter { fields[box($0)] == "yes" }
        if let count = reader.number("raising", fields["raising"], in: 0...Criterion.allCases.count) {
            town.settings.urgency.raising = count
        }
        if let days = reader.number("repeatDays", fields["repeatDays"], in: 1...60) { town.settings.repeatDays = days }
    }
}
