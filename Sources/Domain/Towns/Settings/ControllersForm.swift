/// Who answers for each processing, and the data protection officer (G-05).
enum ControllersForm {
    private static let processings: [(prefix: String, path: any WritableKeyPath<Controllers, Controller?> & Sendable)] = [
        ("mutualAid", \.mutualAid), ("socialFollowUp", \.socialFollowUp), ("statistics", \.statistics),
    ]

    static func values(_ town: Town) -> [String: String] {
        var values: [String: String] = [:]
        for (prefix, path) in processings {
            let controller = town.settings.controllers[keyPath: path]
            values["\(prefix)Name"] = controller?.name
            values["\(prefix)Address"] = controller?.address
            values["\(prefix)Contact"] = controller?.contact
        }
        values["dpoContact"] = town.settings.controllers.dpoContact
        return values
    }

    /// A controller without a name is none: the town hall answers.
    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        for (prefix, path) in processings {
            let name = reader.line("\(prefix)Name", fields["\(prefix)Name"], atMost: 120)
            let address = reader.line("\(prefix)Address", fields["\(prefix)Address"], atMost: 200)
            let contact = reader.line("\(prefix)Contact", fields["\(prefix)Contact"], atMost: 120)
            if name == nil, address != nil || contact != nil { reader.refuse("\(prefix)Name", "refusal.controllerName") }
            town.settings.controllers[keyPath: path] = name.map { Controller(name: $0, address: address ?? "", contact: contact ?? "") }
        }
        town.settings.controllers.dpoContact = reader.line("dpoContact", fields["dpoContact"], atMost: 200)
    }
}

enum LegalForm {
    static func values(_ town: Town) -> [String: String] {
        let notice = town.settings.legal
        var values: [String: String] = [:]
        values["publisher"] = notice.publisher
        values["director"] = notice.publicationDirector
        values["address"] = notice.address
        values["host"] = notice.host
        return values
    }

    static func change(_ town: inout Town, _ fields: [String: String], _ reader: inout FormReader) {
        town.settings.legal.publisher = reader.line("publisher", fields["publisher"], atMost: 120)
        town.settings.legal.publicationDirector = reader.line("director", fields["director"], atMost: 120)
        town.settings.legal.address = reader.text("address", fields["address"], atMost: 300)
        town.settings.legal.host = reader.text("host", fields["host"], atMost: 300)
    }
}
