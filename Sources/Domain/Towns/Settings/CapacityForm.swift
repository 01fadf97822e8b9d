/// The limit of the load, what else exists, and when silence or waiting is too long.
enum CapacityForm {
    static func values(_ town: Town) -> [String: String] {
        let capacity = town.settings.capacity
        var values = [
            "loadLimit": String(capacity.limit), "silentWeeks": String(capacity.silentWeeks), "slowHours": String(capacity.slowHours),
        ]
        for language in ["fr", "en"] { values["services-\(language)"] = capacity.services[language] }
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        if let limit = reader.number("loadLimit", fields["loadLimit"], in: 20...500) { town.settings.capacity.limit = limit }
        if let weeks = reader.number("silentWeeks", fields["silentWeeks"], in: 1...26) { town.settings.capacity.silentWeeks = weeks }
        if let hours = reader.number("slowHours", fields["slowHours"], in: 4...336) { town.settings.capacity.slowHours = hours }
        var services: [String: String] = [:]
        for language in ["fr", "en"] {
            services[language] = reader.text("services-\(language)", fields["services-\(language)"], atMost: 1_000)
        }
        if services["fr"] == nil, services["en"] != nil { reader.refuse("services-fr", "refusal.frenchFirst") }
        town.settings.capacity.services = services
    }
}
