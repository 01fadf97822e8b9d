/// The name, and the telephone of the header.
enum TownForm {
    static func values(_ town: Town) -> [String: String] {
        var values = ["townName": town.name]
        values["phone"] = town.settings.phone
        values["phoneHours"] = town.settings.phoneHours
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        if let name = reader.required("townName", reader.line("townName", fields["townName"], atMost: 80), else: "refusal.townName") {
            town.name = name
        }
        town.settings.phone = reader.line("phone", fields["phone"], atMost: 30)
        if let phone = town.settings.phone, !Town.isPrintedPhone(phone) { reader.refuse("phone", "refusal.townPhone") }
        town.settings.phoneHours = reader.line("phoneHours", fields["phoneHours"], atMost: 120)
    }
}

/// The sender of mails; the address itself is the instance's, which the mail server knows.
enum MailForm {
    static func values(_ town: Town) -> [String: String] {
        var values: [String: String] = [:]
        values["senderName"] = town.settings.mailSenderName
        values["replyTo"] = town.settings.replyTo
        values["dayMailHour"] = String(town.settings.dayMailHour)
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        town.settings.mailSenderName = reader.line("senderName", fields["senderName"], atMost: 60)
        town.settings.replyTo = reader.email("replyTo", fields["replyTo"])?.text
        // A form from before the question was asked leaves it as it is.
        if let typed = fields["dayMailHour"], let hour = reader.number("dayMailHour", typed, in: 5...18) {
            town.settings.dayMailHour = hour
        }
    }
}
