import Domain

/// What a fictional town says of itself: everything that a real one must fill in.
struct DemoSettings {
    let sheet: DemoPlaces.Sheet
    let texts: DemoTexts.Town
    /// Name of the métropole's sheet; nil for the métropole itself.
    let parent: String?

    func apply(to settings: inout TownSettings) {
        settings.phone = sheet.phone
        settings.phoneHours = texts.hours
        settings.brand = Brand(brand: sheet.brand, accent: sheet.accent)
        settings.mailSenderName = words(texts.sender)
        settings.replyTo = address("entraide")
        settings.controllers = controllers
        settings.legal = legal
        settings.accessibility.contact = address("accessibilite")
    }

    private var body: String { words(parent == nil ? texts.metropole : texts.body) }
    private var street: String { words(texts.address) }

    private var controllers: Controllers {
        var controllers = Controllers()
        controllers.mutualAid = Controller(name: body, address: street, contact: address("mairie"))
        controllers.socialFollowUp = Controller(name: words(texts.social), address: street, contact: address("ccas"))
        controllers.statistics = Controller(
            name: texts.metropole.filled(["town": parent ?? sheet.name]), address: street, contact: address("statistiques"))
        controllers.dpoContact = address("dpo")
        return controllers
    }

    private var legal: LegalNotice {
        var legal = LegalNotice()
        legal.publisher = texts.fictional.filled(["body": body])
        legal.publicationDirector = sheet.head
        legal.address = street
        legal.host = texts.host
        return legal
    }

    private func words(_ template: String) -> String { template.filled(["town": sheet.name, "street": sheet.street]) }
    private func address(_ local: String) -> String { "\(local)@\(sheet.slug).demo.invalid" }
}
